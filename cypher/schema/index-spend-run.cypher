// Finds Spend nodes by run.
// columns: none
CREATE INDEX index_spend_run IF NOT EXISTS FOR (node:Spend) ON (node.run)

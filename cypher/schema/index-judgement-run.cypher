// Finds Judgement nodes by run.
// columns: none
CREATE INDEX index_judgement_run IF NOT EXISTS FOR (node:Judgement) ON (node.run)

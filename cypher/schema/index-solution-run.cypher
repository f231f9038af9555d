// Finds Solution nodes by run.
// columns: none
CREATE INDEX index_solution_run IF NOT EXISTS FOR (node:Solution) ON (node.run)

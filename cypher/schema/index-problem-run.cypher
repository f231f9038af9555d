// Finds Problem nodes by run.
// columns: none
CREATE INDEX index_problem_run IF NOT EXISTS FOR (node:Problem) ON (node.run)

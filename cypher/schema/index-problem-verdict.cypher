// Finds Problem nodes by verdict.
// columns: none
CREATE INDEX index_problem_verdict IF NOT EXISTS FOR (node:Problem) ON (node.verdict)

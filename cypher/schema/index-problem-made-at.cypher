// Finds Problem nodes by the time they were kept, and gives them in its order.
// columns: none
CREATE INDEX index_problem_made_at IF NOT EXISTS FOR (node:Problem) ON (node.madeAt)

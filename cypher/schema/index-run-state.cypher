// Finds Run nodes by state.
// columns: none
CREATE INDEX index_run_state IF NOT EXISTS FOR (node:Run) ON (node.state)

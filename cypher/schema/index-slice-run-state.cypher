// Finds Slice nodes by run and state.
// columns: none
CREATE INDEX index_slice_run_state IF NOT EXISTS FOR (node:Slice) ON (node.run, node.state)

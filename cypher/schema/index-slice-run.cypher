// Finds Slice nodes by run.
// columns: none
CREATE INDEX index_slice_run IF NOT EXISTS FOR (node:Slice) ON (node.run)

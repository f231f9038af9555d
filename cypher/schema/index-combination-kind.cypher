// Finds Combination nodes by kind.
// columns: none
CREATE INDEX index_combination_kind IF NOT EXISTS FOR (node:Combination) ON (node.kind)

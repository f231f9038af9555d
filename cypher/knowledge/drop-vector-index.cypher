// Drops the vector index of mentions if it is there.
// columns: none
DROP INDEX mention_vectors IF EXISTS

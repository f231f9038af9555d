// Waits until the vector index of mentions holds all of them; an hour at most.
// columns: none
CALL db.awaitIndex('mention_vectors', 3600)

// Waits until every index is online.
// columns: none
CALL db.awaitIndexes(300)

// Removes the slices of a run whose planning was not finished, a thousand a transaction, for it to be planned anew.
// parameters: {run: 'r1', most: 1000}
// columns: removed
MATCH (slice:Slice {run: $run})
WITH slice LIMIT $most
DETACH DELETE slice
RETURN count(*) AS removed

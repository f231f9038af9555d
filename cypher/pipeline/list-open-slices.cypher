// The slices of a run that need work, in order.
// parameters: {run: 'r1'}
// columns: id, index
MATCH (slice:Slice {run: $run, state: 'planned'})
RETURN slice.id AS id, slice.index AS index
ORDER BY index

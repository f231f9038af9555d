// The references of a slice's combinations and how far it is.
// parameters: {id: 'sl1'}
// columns: combinations, attempt, done, state
MATCH (slice:Slice {id: $id})
RETURN slice.combinations AS combinations, slice.attempt AS attempt, slice.done AS done, slice.state AS state

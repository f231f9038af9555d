// How many slices a run has, and how many combinations were set aside in them.
// parameters: {run: 'r1'}
// columns: slices, setAside
OPTIONAL MATCH (slice:Slice {run: $run})
RETURN count(slice) AS slices, coalesce(sum(slice.setAside), 0) AS setAside

// Keeps how many combinations a run has, once that is known.
// parameters: {id: 'r1', total: 10}
// columns:
MATCH (run:Run {id: $id})
SET run.total = $total

// Whether all slices of a run are planned.
// parameters: {run: 'r1'}
// columns: complete
MATCH (run:Run {id: $run})
RETURN run.planComplete AS complete

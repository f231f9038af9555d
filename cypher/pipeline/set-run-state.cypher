// Moves a run to another state.
// parameters: {id: 'r1', state: 'done', ended: true, error: 'e'}
// columns:
MATCH (run:Run {id: $id})
SET run.state = $state, run.error = $error, run.endedAt = CASE WHEN $ended THEN datetime() END

// Moves a run to another state; one that has ended stays as it is, whatever comes late.
// parameters: {id: 'r1', state: 'done', ended: true, error: 'e'}
// columns:
MATCH (run:Run {id: $id})
WHERE run.endedAt IS NULL
SET run.state = $state, run.error = $error, run.endedAt = CASE WHEN $ended THEN datetime() END

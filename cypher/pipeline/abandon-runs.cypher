// Ends runs that a dead process left unfinished; their finished slices and all results stay.
// parameters: {error: 'e'}
// columns:
MATCH (run:Run)
WHERE run.state IN ['planned', 'running', 'cancelling']
SET run.state = 'failed', run.error = $error, run.endedAt = datetime()

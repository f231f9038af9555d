// Moves a run from one of some states to another; with a term only for the coordinator that has it. Gives nothing when it is in none of them.
// parameters: {id: 'r1', from: ['running'], to: 'done', term: 1, ended: true, error: 'e', notice: 'n'}
// columns: state
MATCH (run:Run {id: $id})
SET run.locked = true
WITH run, run.state IN $from AND ($term IS NULL OR run.term = $term) AS allowed
REMOVE run.locked
WITH run WHERE allowed
SET run.state = $to, run.error = $error, run.notice = $notice, run.endedAt = CASE WHEN $ended THEN datetime() END
RETURN run.state AS state

// Has slices worked on again whose combinations were set aside after errors.
// parameters: {run: 'r1'}
// columns: reopened
MATCH (slice:Slice {run: $run, state: 'failed'})
SET slice.state = 'planned', slice.attempt = 0
RETURN count(*) AS reopened

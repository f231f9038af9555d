// Keeps the lease of a run's coordinator and for how long the run has been carried out, and tells it the run's state; gives nothing when it is the coordinator no more.
// parameters: {id: 'r1', owner: 'o', term: 1, lease: 30000, active: 60000}
// columns: state
MATCH (run:Run {id: $id})
WHERE run.owner = $owner AND run.term = $term
SET run.leaseUntil = timestamp() + $lease, run.activeMillis = $active
RETURN run.state AS state

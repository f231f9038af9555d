// Ends the lease of a run's coordinator, keeping for how long the run has been carried out.
// parameters: {id: 'r1', owner: 'o', term: 1, active: 60000}
// columns:
MATCH (run:Run {id: $id})
WHERE run.owner = $owner AND run.term = $term
SET run.activeMillis = $active
REMOVE run.owner, run.ownerPid, run.ownerHost, run.leaseUntil

// Ends the lease of a run's coordinator.
// parameters: {id: 'r1', owner: 'o', term: 1}
// columns:
MATCH (run:Run {id: $id})
WHERE run.owner = $owner AND run.term = $term
REMOVE run.owner, run.ownerPid, run.ownerHost, run.leaseUntil

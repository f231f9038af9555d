// What came of a run's combinations by round, kind and region; a run that is not steered has a single round 0 and no regions.
// parameters: {id: 'r1'}
// columns: round, kind, region, combinations, done, accepted
MATCH (slice:Slice {run: $id})
RETURN coalesce(slice.round, 0) AS round, slice.kind AS kind, slice.region AS region, sum(slice.size) AS combinations,
       sum(coalesce(slice.done, 0)) AS done, sum(coalesce(slice.accepted, 0)) AS accepted
ORDER BY round, kind, region

// Plans slices and moves the run's cursor behind them, in one transaction; combinations are kept as key#repetition. Gives nothing when the run has another coordinator by now.
// parameters: {run: 'r1', term: 1, cursor: 'c', planned: 2, complete: false, rows: [{id: 'sl1', index: 0, kind: 'ONE_HOP', combinations: ['c1#0'], size: 1, round: 1, region: 'elsewhere'}]}
// columns: run
MATCH (run:Run {id: $run})
WHERE run.term = $term
SET run.cursor = $cursor, run.planned = $planned, run.planComplete = $complete
WITH run
CALL (run) {
  UNWIND $rows AS row
  MERGE (slice:Slice {id: row.id})
  ON CREATE SET slice.run = run.id, slice.index = row.index, slice.kind = row.kind, slice.combinations = row.combinations,
                slice.size = row.size, slice.round = row.round, slice.region = row.region,
                slice.state = 'planned', slice.attempt = 0
}
RETURN run.id AS run

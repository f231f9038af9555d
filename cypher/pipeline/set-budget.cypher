// Keeps where a run stops; null for no such limit.
// parameters: {id: 'r1', maxCost: 10.0, maxMillis: 60000, targetRows: 100}
// columns:
MATCH (run:Run {id: $id})
SET run.maxCost = $maxCost, run.maxMillis = $maxMillis, run.targetRows = $targetRows

// Tells a run's coordinator by the state what somebody wants; a run whose coordinator is gone comes to the settled state at once.
// parameters: {id: 'r1', fromHeld: ['running'], asking: 'pausing', fromFree: ['running'], settled: 'paused', ended: false, dead: 'd', lease: 30000}
// columns: granted, state
MATCH (run:Run {id: $id})
SET run.locked = true
WITH run, run.owner IS NOT NULL AND timestamp() <= run.leaseUntil <= timestamp() + 2 * $lease
     AND ($dead IS NULL OR run.owner <> $dead) AS held
WITH run, held AND run.state IN $fromHeld AS ask, NOT held AND run.state IN $fromFree AS settle
FOREACH (ignored IN CASE WHEN ask THEN [1] ELSE [] END | SET run.state = $asking)
FOREACH (ignored IN CASE WHEN settle THEN [1] ELSE [] END |
  SET run.state = $settled, run.endedAt = CASE WHEN $ended THEN datetime() END)
REMOVE run.locked
RETURN ask OR settle AS granted, run.state AS state

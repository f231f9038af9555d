// Makes a process the coordinator of a run: one that has none, whose coordinator's lease has ended by this server's clock, or whose coordinator is known to be dead. Nobody gets it while another holds it. A lease that ends later than any can was given before the clock was set back: it counts as ended.
// parameters: {id: 'r1', owner: 'o', pid: 1, host: 'h', dead: 'd', lease: 30000}
// columns: acquired, owner, pid, host, term
MATCH (run:Run {id: $id})
SET run.locked = true
WITH run, run.owner IS NULL OR run.owner IN [$owner, coalesce($dead, '')]
     OR NOT timestamp() <= run.leaseUntil <= timestamp() + 2 * $lease AS free
FOREACH (ignored IN CASE WHEN free THEN [1] ELSE [] END |
  SET run.owner = $owner, run.ownerPid = $pid, run.ownerHost = $host, run.leaseUntil = timestamp() + $lease,
      run.term = run.term + 1)
REMOVE run.locked
RETURN free AS acquired, run.owner AS owner, run.ownerPid AS pid, run.ownerHost AS host, run.term AS term

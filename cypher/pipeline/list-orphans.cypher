// Runs that were to go on or to end and that perhaps nobody carries out: the owner says whether its process is known to be gone, unless its lease has ended anyway. One that was created just now still gets its first owner.
// parameters: {lease: 30000}
// columns: id, state, owner, pid, host, ended
MATCH (run:Run)
WHERE run.state IN ['planned', 'running', 'pausing', 'cancelling']
  AND (run.owner IS NOT NULL OR run.createdAt < datetime() - duration({milliseconds: $lease}))
RETURN run.id AS id, run.state AS state, run.owner AS owner, run.ownerPid AS pid, run.ownerHost AS host,
       run.owner IS NULL OR NOT timestamp() <= run.leaseUntil <= timestamp() + 2 * $lease AS ended
ORDER BY run.createdAt, id

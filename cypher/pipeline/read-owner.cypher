// Who coordinates a run, and for how many more milliseconds without a word from him.
// parameters: {id: 'r1'}
// columns: owner, pid, host, left
MATCH (run:Run {id: $id})
WHERE run.owner IS NOT NULL
RETURN run.owner AS owner, run.ownerPid AS pid, run.ownerHost AS host, run.leaseUntil - timestamp() AS left

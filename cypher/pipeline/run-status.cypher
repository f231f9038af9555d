// Runs with the sums of what came of their slices, newest first; one run when an id is given.
// parameters: {id: 'r1'}
// columns: run, planned, done, problems, problemsPassed, solutions, accepted, failed
MATCH (run:Run)
WHERE $id IS NULL OR run.id = $id
RETURN run {.id, .state, .rehearsal, .profile, .createdAt, .endedAt, .error, .notice, .total,
            owner: CASE WHEN run.leaseUntil >= timestamp() THEN 'process ' + run.ownerPid + ' on ' + run.ownerHost END} AS run,
       coalesce(run.planned, 0) AS planned, coalesce(run.done, 0) AS done, coalesce(run.problems, 0) AS problems,
       coalesce(run.problemsPassed, 0) AS problemsPassed, coalesce(run.solutions, 0) AS solutions,
       coalesce(run.accepted, 0) AS accepted, coalesce(run.failed, 0) AS failed
ORDER BY run.createdAt DESC, run.id DESC

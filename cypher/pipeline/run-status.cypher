// Runs with the sums of their slices, newest first; one run when an id is given.
// parameters: {id: 'r1'}
// columns: run, planned, done, problems, problemsPassed, solutions, accepted, failed
MATCH (run:Run)
WHERE $id IS NULL OR run.id = $id
CALL (run) {
  OPTIONAL MATCH (slice:Slice {run: run.id})
  RETURN coalesce(sum(slice.size), 0) AS planned, coalesce(sum(slice.done), 0) AS done,
         coalesce(sum(slice.problems), 0) AS problems, coalesce(sum(slice.problemsPassed), 0) AS problemsPassed,
         coalesce(sum(slice.solutions), 0) AS solutions, coalesce(sum(slice.accepted), 0) AS accepted,
         coalesce(sum(slice.failed), 0) AS failed
}
RETURN run {.id, .state, .rehearsal, .profile, .createdAt, .endedAt, .error, .notice, .total,
            owner: CASE WHEN run.leaseUntil >= timestamp() THEN 'process ' + run.ownerPid + ' on ' + run.ownerHost END} AS run,
       planned, done, problems, problemsPassed, solutions, accepted, failed
ORDER BY run.createdAt DESC, run.id DESC

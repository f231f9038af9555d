// What came of slices whose problems were all written for the run itself, of runs with the same configuration, by kind.
// parameters: {decides: '{}', rehearsal: true, write: 's'}
// columns: kind, combinations, problems, passed, solved, accepted
MATCH (run:Run {decides: $decides, rehearsal: $rehearsal})
MATCH (slice:Slice {run: run.id})
WHERE slice.state IN ['done', 'failed']
  AND reduce(written = 0, i IN range(0, size(coalesce(slice.spendCalls, [])) - 1) |
        written + CASE WHEN slice.spendStages[i] = $write THEN slice.spendCalls[i] ELSE 0 END) >= slice.size
RETURN slice.kind AS kind, sum(slice.done) AS combinations, sum(slice.problems) AS problems,
       sum(slice.problemsPassed) AS passed, sum(slice.solutions) AS solved, sum(slice.accepted) AS accepted
ORDER BY kind

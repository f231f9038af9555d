// Keeps how far slices are (counts, state, and what was accepted, as lists of the same length) and adds what is new to the run's sums. A coordinator of an older term has no say.
// parameters: {rows: [{key: 'sl1', run: 'r1', term: 1, properties: {state: 'done', attempt: 1, done: 1, problems: 1, problemsPassed: 1, solutions: 1, accepted: 1, failed: 0, acceptedProblems: ['p1'], acceptedSolutions: ['s1'], scores: [0.9], difficulties: ['low']}}]}
// columns:
UNWIND $rows AS row
MATCH (run:Run {id: row.run})
WHERE run.term = row.term
MATCH (slice:Slice {id: row.key})
WITH run, slice, row.properties AS now
SET run.done = coalesce(run.done, 0) + coalesce(now.done - coalesce(slice.done, 0), 0),
    run.problems = coalesce(run.problems, 0) + coalesce(now.problems - coalesce(slice.problems, 0), 0),
    run.problemsPassed = coalesce(run.problemsPassed, 0) + coalesce(now.problemsPassed - coalesce(slice.problemsPassed, 0), 0),
    run.solutions = coalesce(run.solutions, 0) + coalesce(now.solutions - coalesce(slice.solutions, 0), 0),
    run.accepted = coalesce(run.accepted, 0) + coalesce(now.accepted - coalesce(slice.accepted, 0), 0),
    run.failed = coalesce(run.failed, 0) + coalesce(now.failed - coalesce(slice.failed, 0), 0)
SET slice += now

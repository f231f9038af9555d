// Keeps how far slices are: counts, state, and what was accepted, as lists of the same length. A coordinator of an older term has no say.
// parameters: {rows: [{key: 'sl1', run: 'r1', term: 1, properties: {state: 'done', attempt: 1, done: 1, problems: 1, problemsPassed: 1, solutions: 1, accepted: 1, failed: 0, acceptedProblems: ['p1'], acceptedSolutions: ['s1'], scores: [0.9], difficulties: ['low']}}]}
// columns:
UNWIND $rows AS row
MATCH (run:Run {id: row.run})
WHERE run.term = row.term
MATCH (slice:Slice {id: row.key})
SET slice += row.properties

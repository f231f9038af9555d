// Which of these problems are there.
// parameters: {keys: ['p1']}
// columns: key
UNWIND $keys AS key
MATCH (problem:Problem {key: key})
RETURN problem.key AS key

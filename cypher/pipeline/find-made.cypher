// Which of these problems are in the graph, and the verdicts on them and on their solutions.
// parameters: {keys: ['p1']}
// columns: key, problem, solution
UNWIND $keys AS key
MATCH (problem:Problem {key: key})
OPTIONAL MATCH (solution:Solution)-[:SOLVES]->(problem)
RETURN problem.key AS key, problem.verdict AS problem, max(solution.verdict) AS solution

// Whether any accepted solution, of one run when it is given, came from a simulated model.
// parameters: {run: 'r1'}
// columns: rehearsal
RETURN EXISTS {
  MATCH (solution:Solution {verdict: 'passed'})-[:SOLVES]->(problem:Problem {verdict: 'passed'})
  WHERE (solution.rehearsal OR problem.rehearsal)
    AND ($run IS NULL OR EXISTS { MATCH (slice:Slice {run: $run}) WHERE problem.key IN slice.problems RETURN slice })
  RETURN solution
} AS rehearsal

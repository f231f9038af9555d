// A hundred accepted problems with their answers, as CSV to take along.
// columns: csv
CALL apoc.export.csv.query(
  "MATCH (solution:Solution {verdict: 'passed'})-[:SOLVES]->(problem:Problem)
   RETURN problem.key AS key, problem.difficulty AS difficulty, problem.text AS problem, solution.answer AS answer LIMIT 100",
  null, {stream: true}) YIELD data
RETURN data AS csv

// The same problem to read: text, answer, what it combines, and each judge's vote.
// columns: problem, answer, combines, votes
MATCH (solution:Solution {verdict: 'passed'})-[:SOLVES]->(problem:Problem)-[:GENERATED_FROM]->(combination:Combination)
WITH solution, problem, combination ORDER BY problem.score DESC, problem.key LIMIT 1
RETURN problem.text AS problem, solution.answer AS answer, [(combination)-[:COMBINES]->(kp) | kp.name] AS combines,
       [(vote:Judgement)-[:OF]->(problem) | vote.model + ': ' + vote.score] +
       [(vote:Judgement)-[:OF]->(solution) | vote.model + ': ' + vote.approved] AS votes

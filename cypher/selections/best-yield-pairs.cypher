// Pairs with the best yield so far: of the problems made from combinations that hold both, the most ended in an accepted
// solution. Yield is (accepted + 1) / (problems + 2), so one lucky problem does not win. minProblems: problems a pair needs;
// limit: how many pairs.
// parameters: {minProblems: 2, limit: 100}
// columns: knowledgePoints, names, problems, accepted, yield
MATCH (a:KnowledgePoint)<-[:COMBINES]-(combination:Combination)-[:COMBINES]->(b:KnowledgePoint)
WHERE a.id < b.id AND coalesce(a.status, 'active') = 'active' AND coalesce(b.status, 'active') = 'active'
MATCH (combination)<-[:GENERATED_FROM]-(problem:Problem)
WITH a, b, problem, EXISTS { (problem)<-[:SOLVES]-(:Solution {verdict: 'passed'}) } AS good
WITH a, b, count(problem) AS problems, sum(CASE WHEN good THEN 1 ELSE 0 END) AS accepted
WHERE problems >= $minProblems
RETURN [a, b] AS knowledgePoints, [a.name, b.name] AS names, problems, accepted,
       round((accepted + 1.0) / (problems + 2.0), 3) AS yield
ORDER BY yield DESC, problems DESC, names LIMIT toInteger($limit)

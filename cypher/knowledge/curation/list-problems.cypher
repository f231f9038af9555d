// Problems made from a knowledge point or from what was merged into it, by key, and whether an export holds a row of them.
// parameters: {knowledgePoint: 'kp1'}
// columns: key, run, verdict, exported
MATCH (kp:KnowledgePoint {id: $knowledgePoint})<-[:MERGED_INTO*0..]-(part:KnowledgePoint)<-[:COMBINES]-(combination:Combination)
MATCH (problem:Problem)-[:GENERATED_FROM]->(combination)
WITH DISTINCT problem
RETURN problem.key AS key, problem.run AS run, problem.verdict AS verdict,
       EXISTS { (problem)<-[:SOLVES]-(:Solution {export: 'exported'}) } AS exported
ORDER BY key

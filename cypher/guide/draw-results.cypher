// What the newest run has made so far: combinations, problems and solutions.
// columns: made, solved
MATCH (run:Run)
WITH run ORDER BY run.createdAt DESC LIMIT 1
MATCH made = (problem:Problem {run: run.id})-[:GENERATED_FROM]->(:Combination)-[:COMBINES]->(:KnowledgePoint)
OPTIONAL MATCH solved = (:Solution)-[:SOLVES]->(problem)
RETURN made, solved LIMIT 60

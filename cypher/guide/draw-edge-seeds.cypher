// The strongest edge, and the seeds that put it there.
// columns: a, edge, b, paths
MATCH (a:KnowledgePoint)-[edge:CO_OCCURS]->(b:KnowledgePoint)
WITH a, edge, b ORDER BY edge.weight DESC, a.id, b.id LIMIT 1
MATCH path = (a)<-[:REQUIRES]-(:Seed)-[:REQUIRES]->(b)
RETURN a, edge, b, collect(path)[..10] AS paths

// How many edges there are of each weight.
// columns: weight, edges, example
MATCH (a:KnowledgePoint)-[edge:CO_OCCURS]->(b:KnowledgePoint)
WITH edge.weight AS weight, a.name + ' and ' + b.name AS pair ORDER BY pair
RETURN weight, count(*) AS edges, collect(pair)[0] AS example
ORDER BY weight DESC

// Edges of the KPRG with their weights, by the ids of their ends.
// parameters: {}
// columns: line
MATCH (first:KnowledgePoint)-[edge:CO_OCCURS]->(second:KnowledgePoint)
WITH first, edge, second ORDER BY first.id, second.id, edge.weight
RETURN {edge: [first.id, second.id], weight: edge.weight} AS line

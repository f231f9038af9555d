// Hands the KPRG to Graph Data Science under the name 'kprg'.
// columns: nodes, relationships
CALL gds.graph.drop('kprg', false) YIELD graphName
WITH count(graphName) AS dropped
MATCH (kp:KnowledgePoint) WHERE coalesce(kp.status, 'active') = 'active' AND kp.embedding IS NOT NULL
OPTIONAL MATCH (kp)-[edge:CO_OCCURS]->(other:KnowledgePoint)
WITH gds.graph.project('kprg', kp, other,
  {sourceNodeProperties: kp {.embedding}, targetNodeProperties: other {.embedding}, relationshipProperties: edge {.weight}},
  {undirectedRelationshipTypes: ['*']}) AS projection
RETURN projection.nodeCount AS nodes, projection.relationshipCount AS relationships

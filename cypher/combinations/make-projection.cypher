// Keeps the KPRG in the memory of Graph Data Science under a name: knowledge points with embeddings, edges in both directions with weights.
// parameters: {name: 'grip-1'}
// columns: nodes, relationships
MATCH (kp:KnowledgePoint) WHERE coalesce(kp.status, 'active') = 'active' AND kp.embedding IS NOT NULL
OPTIONAL MATCH (kp)-[edge:CO_OCCURS]->(other:KnowledgePoint)
WITH gds.graph.project($name, kp, other,
  {sourceNodeProperties: kp {.embedding}, targetNodeProperties: other {.embedding}, relationshipProperties: edge {.weight}},
  {undirectedRelationshipTypes: ['*']}) AS projection
RETURN projection.nodeCount AS nodes, projection.relationshipCount AS relationships

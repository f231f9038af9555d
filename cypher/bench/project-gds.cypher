// Projects the KPRG for GDS, undirected.
// parameters: {}
// columns: nodes, relationships
MATCH (a:KnowledgePoint)
OPTIONAL MATCH (a)-[:CO_OCCURS]->(b:KnowledgePoint)
WITH gds.graph.project('bench', a, b, {}, {undirectedRelationshipTypes: ['*']}) AS projected
RETURN projected.nodeCount AS nodes, projected.relationshipCount AS relationships

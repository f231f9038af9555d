// Finds KnowledgePoint nodes by name.
// columns: none
CREATE INDEX index_knowledge_point_name IF NOT EXISTS FOR (node:KnowledgePoint) ON (node.name)

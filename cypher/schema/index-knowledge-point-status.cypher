// Finds KnowledgePoint nodes by status.
// columns: none
CREATE INDEX index_knowledge_point_status IF NOT EXISTS FOR (node:KnowledgePoint) ON (node.status)

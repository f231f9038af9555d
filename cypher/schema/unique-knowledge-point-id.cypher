// Makes the id of every KnowledgePoint unique.
// columns: none
CREATE CONSTRAINT unique_knowledge_point_id IF NOT EXISTS FOR (node:KnowledgePoint) REQUIRE node.id IS UNIQUE

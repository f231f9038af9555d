// The strongest part of the KPRG.
// columns: path
MATCH path = (:KnowledgePoint)-[edge:CO_OCCURS]->(:KnowledgePoint)
RETURN path ORDER BY edge.weight DESC LIMIT 25

// How many edges the KPRG has.
// parameters: {}
// columns: edges
MATCH (:KnowledgePoint)-[edge:CO_OCCURS]->(:KnowledgePoint)
RETURN count(edge) AS edges

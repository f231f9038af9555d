// All knowledge points, whatever became of them, by id.
// parameters: {}
// columns: id, name, status
MATCH (kp:KnowledgePoint)
RETURN kp.id AS id, kp.name AS name, coalesce(kp.status, 'active') AS status
ORDER BY id

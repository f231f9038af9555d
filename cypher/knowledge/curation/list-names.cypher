// Every name and alias of the knowledge points that are not merged into others.
// parameters: {}
// columns: id, name, alias
MATCH (kp:KnowledgePoint)
WHERE coalesce(kp.status, 'active') <> 'merged'
UNWIND [kp.name] + coalesce(kp.aliases, []) AS alias
RETURN kp.id AS id, kp.name AS name, alias
ORDER BY id, alias

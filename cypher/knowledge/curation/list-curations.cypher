// What people changed by hand, newest first; one curation when an id is given.
// parameters: {id: 'by-hand-1', limit: 100}
// columns: id, action, summary, at, by, reason, undone, undoneAt, undoneBy, knowledgePoints
MATCH (curation:Curation)
WHERE $id IS NULL OR curation.id = $id
WITH curation ORDER BY curation.sequence DESC
LIMIT $limit
CALL (curation) {
  MATCH (curation)-[:CHANGED|CREATED]->(kp:KnowledgePoint)
  WITH kp ORDER BY kp.id
  RETURN collect(kp.id) AS knowledgePoints
}
RETURN curation.id AS id, curation.action AS action, curation.summary AS summary, curation.at AS at, curation.by AS by,
       curation.reason AS reason, curation.undone AS undone, curation.undoneAt AS undoneAt, curation.undoneBy AS undoneBy,
       knowledgePoints
ORDER BY curation.sequence DESC

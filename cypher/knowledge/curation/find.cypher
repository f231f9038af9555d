// Knowledge points that have this id, or else this name whatever its case, those in use before banned and merged ones.
// parameters: {text: 'Law of sines'}
// columns: id, name, status, exact
CALL () {
  MATCH (kp:KnowledgePoint {id: $text})
  RETURN kp, true AS exact, 0 AS rank
  UNION
  MATCH (kp:KnowledgePoint)
  WHERE toLower(kp.name) = toLower($text)
  RETURN kp, kp.name = $text AS exact,
         CASE coalesce(kp.status, 'active') WHEN 'active' THEN 1 WHEN 'banned' THEN 2 ELSE 3 END AS rank
}
RETURN kp.id AS id, kp.name AS name, coalesce(kp.status, 'active') AS status, exact
ORDER BY rank, exact DESC, kp.id

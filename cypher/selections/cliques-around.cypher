// Cliques around a knowledge point: three or four that seeds need together two by two, with this one among them.
// knowledgePoint: its name, '' for the one with the most neighbours; size: 3 or 4; limit: how many cliques.
// parameters: {knowledgePoint: '', size: 3, limit: 100}
// columns: knowledgePoints, names, weight
CALL (*) {
  CALL kprg.core({core: {top: 1}}) YIELD node
  WITH node WHERE $knowledgePoint = ''
  RETURN node AS center
  UNION
  MATCH (center:KnowledgePoint {name: $knowledgePoint})
  RETURN center
}
MATCH (center)-[ca:CO_OCCURS]-(a)-[ab:CO_OCCURS]-(b)-[cb:CO_OCCURS]-(center)
WHERE a.id < b.id
CALL (center, a, b, ca, ab, cb) {
  WITH * WHERE $size = 3
  RETURN [center, a, b] AS knowledgePoints, [ca, ab, cb] AS edges
  UNION ALL
  WITH * WHERE $size = 4
  MATCH (a)-[ad:CO_OCCURS]-(d)-[bd:CO_OCCURS]-(b), (center)-[cd:CO_OCCURS]-(d)
  WHERE b.id < d.id
  RETURN [center, a, b, d] AS knowledgePoints, [ca, ab, cb, ad, bd, cd] AS edges
}
WITH knowledgePoints, [kp IN knowledgePoints | kp.name] AS names, edges
RETURN knowledgePoints, names,
       reduce(least = head(edges).weight, e IN edges | CASE WHEN e.weight < least THEN e.weight ELSE least END) AS weight
ORDER BY weight DESC, names LIMIT toInteger($limit)

// Strongest novel pairs: no seed needs both, yet the path between them is the widest of all. The first place to look for
// problems that are new and still make sense. minWeight: the least weight of every edge on that path; limit: how many pairs.
// parameters: {minWeight: 2, limit: 100}
// columns: knowledgePoints, names, weight, through, seeds
CALL kprg.twoHop({minImplicitWeight: $minWeight}) YIELD knowledgePoints, weight
WITH knowledgePoints, weight, [kp IN knowledgePoints | kp.name] AS names
ORDER BY weight DESC, names LIMIT toInteger($limit)
CALL (knowledgePoints) {
  CALL kprg.bridges(knowledgePoints[0], knowledgePoints[1]) YIELD path, seeds
  RETURN path[1].name AS through, size(seeds) AS seeds LIMIT 1
}
RETURN knowledgePoints, names, weight, through, seeds
ORDER BY weight DESC, names

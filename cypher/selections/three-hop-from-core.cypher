// Three-hop pairs from a chosen core knowledge point: as far from it as a run goes, with what lies between. knowledgePoint: its
// name, '' for every core one; top: how many of the highest degree are core; limit: how many pairs.
// parameters: {knowledgePoint: '', top: 10, limit: 100}
// columns: knowledgePoints, core, far, path, weight
CALL kprg.core({core: {top: $top}}) YIELD node, rank
WHERE $knowledgePoint = '' OR node.name = $knowledgePoint
WITH collect(node) AS cores
CALL kprg.threeHop({core: {top: $top}}) YIELD knowledgePoints, weight
WITH knowledgePoints, weight, [kp IN knowledgePoints WHERE kp IN cores] AS ends
WHERE size(ends) > 0
WITH knowledgePoints, weight, ends[0] AS core, [kp IN knowledgePoints WHERE kp <> ends[0]][0] AS far
ORDER BY weight DESC, core.name, far.name LIMIT toInteger($limit)
CALL (core, far) {
  CALL kprg.bridges(core, far) YIELD path
  RETURN [kp IN path | kp.name] AS path LIMIT 1
}
RETURN knowledgePoints, core.name AS core, far.name AS far, path, weight
ORDER BY weight DESC, core, far

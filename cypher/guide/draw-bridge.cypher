// Why the strongest novel pair is a pair: the knowledge points and seeds between them.
// columns: path, seeds
CALL kprg.twoHop({minImplicitWeight: 2}) YIELD knowledgePoints, weight
WITH knowledgePoints ORDER BY weight DESC, knowledgePoints[0].id, knowledgePoints[1].id LIMIT 1
WITH knowledgePoints[0] AS a, knowledgePoints[1] AS b
CALL kprg.bridges(a, b) YIELD path, seeds
RETURN path, seeds LIMIT 1

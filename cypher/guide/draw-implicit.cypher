// Implicit pairs among eight knowledge points, as relationships that are not stored.
// columns: knowledgePoints, relationships
CALL kprg.twoHop({minImplicitWeight: 2}) YIELD knowledgePoints, weight
WITH knowledgePoints ORDER BY weight DESC, knowledgePoints[0].id, knowledgePoints[1].id LIMIT 20
UNWIND knowledgePoints AS kp
WITH DISTINCT kp LIMIT 8
WITH collect(kp) AS knowledgePoints
CALL kprg.implicit(knowledgePoints) YIELD relationship
RETURN knowledgePoints, collect(relationship) AS relationships

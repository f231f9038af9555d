// Novel pairs across two communities of knowledge points: they join themes that the seeds keep apart, the boldest combinations.
// Communities are found by Graph Data Science (Leiden). minMembers: the smallest community that counts; limit: how many pairs.
// In Neo4j Browser, make the projection named by $projection first (see guide).
// parameters: {minMembers: 5, limit: 100}
// columns: knowledgePoints, names, communities, weight
CALL gds.leiden.stream($projection, {relationshipWeightProperty: 'weight', randomSeed: 1, concurrency: 1})
YIELD nodeId, communityId
WITH communityId, collect(gds.util.asNode(nodeId)) AS members
WHERE size(members) >= $minMembers
UNWIND members AS kp
WITH collect([kp.id, communityId]) AS rows
WITH apoc.map.fromPairs(rows) AS communityOf
CALL kprg.twoHop() YIELD knowledgePoints, weight
WITH knowledgePoints, weight, [kp IN knowledgePoints | communityOf[kp.id]] AS communities
WHERE communities[0] <> communities[1]
WITH knowledgePoints, [kp IN knowledgePoints | kp.name] AS names, communities, weight
RETURN knowledgePoints, names, communities, weight
ORDER BY weight DESC, names LIMIT toInteger($limit)

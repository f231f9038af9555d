// Novel pairs inside one community of knowledge points: same theme, never needed together, so likely to give sound problems.
// Communities are found by Graph Data Science (Leiden). minMembers: the smallest community that counts; limit: how many pairs.
// In Neo4j Browser, make the projection named by $projection first (see guide).
// parameters: {minMembers: 5, limit: 100}
// columns: knowledgePoints, names, community, members, weight
CALL gds.leiden.stream($projection, {relationshipWeightProperty: 'weight', randomSeed: 1, concurrency: 1})
YIELD nodeId, communityId
WITH communityId, collect(gds.util.asNode(nodeId)) AS members
WHERE size(members) >= $minMembers
UNWIND members AS kp
WITH collect([kp.id, [communityId, size(members)]]) AS rows
WITH apoc.map.fromPairs(rows) AS communityOf
CALL kprg.twoHop() YIELD knowledgePoints, weight
WITH knowledgePoints, weight, communityOf[knowledgePoints[0].id] AS first, communityOf[knowledgePoints[1].id] AS second
WHERE first = second
WITH knowledgePoints, [kp IN knowledgePoints | kp.name] AS names, first[0] AS community, first[1] AS members, weight
RETURN knowledgePoints, names, community, members, weight
ORDER BY weight DESC, names LIMIT toInteger($limit)

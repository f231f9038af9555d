// The largest communities of knowledge points (Leiden, by Graph Data Science), each with its members, the most connected first.
// parameters: {projection: 'grip-1', most: 8, least: 5}
// columns: members, name
CALL gds.leiden.stream($projection, {relationshipWeightProperty: 'weight', randomSeed: 1, concurrency: 1})
YIELD nodeId, communityId
WITH communityId, gds.util.asNode(nodeId) AS kp
WITH communityId, kp, count { (kp)-[:CO_OCCURS]-() } AS edges
ORDER BY edges DESC, kp.id
WITH communityId, collect(kp) AS members
WHERE size(members) >= $least
WITH members ORDER BY size(members) DESC, members[0].id LIMIT toInteger($most)
RETURN [kp IN members | kp.id] AS members, members[0].name AS name

// The six largest communities, each in a colour of its own; what is drawn is not stored.
// columns: a, edge, b
CALL gds.leiden.stream('kprg', {relationshipWeightProperty: 'weight', randomSeed: 1, concurrency: 1})
YIELD nodeId, communityId
WITH communityId, collect(gds.util.asNode(nodeId)) AS members
ORDER BY size(members) DESC, communityId LIMIT 6
WITH collect(members) AS communities
UNWIND range(0, size(communities) - 1) AS i
UNWIND communities[i] AS kp
CALL apoc.create.vNode(['Community' + (i + 1)], {name: kp.name}) YIELD node
WITH apoc.map.fromPairs(collect([kp.id, node])) AS drawn
MATCH (a:KnowledgePoint)-[edge:CO_OCCURS]->(b:KnowledgePoint)
WHERE a.id IN keys(drawn) AND b.id IN keys(drawn)
WITH drawn, a, edge, b ORDER BY edge.weight DESC LIMIT 120
CALL apoc.create.vRelationship(drawn[a.id], 'CO_OCCURS', {weight: edge.weight}, drawn[b.id]) YIELD rel
RETURN drawn[a.id] AS a, rel AS edge, drawn[b.id] AS b

// The least covered community: of all communities of knowledge points (Leiden, by Graph Data Science), the one with the
// smallest share of members that an accepted solution covers; the edges between its members, uncovered first. minMembers: the
// smallest community that counts; limit: how many pairs. In Neo4j Browser, make the projection named by $projection first (see
// guide).
// parameters: {minMembers: 5, limit: 100}
// columns: knowledgePoints, names, community, members, covered, weight
CALL gds.leiden.stream($projection, {relationshipWeightProperty: 'weight', randomSeed: 1, concurrency: 1})
YIELD nodeId, communityId
WITH communityId AS community, gds.util.asNode(nodeId) AS kp
WITH community, kp,
     EXISTS { (kp)<-[:COMBINES]-()<-[:GENERATED_FROM]-()<-[:SOLVES]-(:Solution {verdict: 'passed'}) } AS good
WITH community, collect(kp) AS members, collect(CASE WHEN good THEN kp END) AS covered
WHERE size(members) >= $minMembers
ORDER BY 1.0 * size(covered) / size(members), size(members) DESC, community LIMIT 1
UNWIND members AS a
MATCH (a)-[edge:CO_OCCURS]->(b) WHERE b IN members
WITH a, b, community, members, covered, edge.weight AS weight, size([kp IN covered WHERE kp IN [a, b]]) AS known
ORDER BY known, weight DESC, a.name, b.name LIMIT toInteger($limit)
RETURN [a, b] AS knowledgePoints, [a.name, b.name] AS names, community, size(members) AS members, size(covered) AS covered, weight

// The communities of five and more: how large they are, and who has the most neighbours in each.
// columns: members, most, covered
CALL gds.leiden.stream('kprg', {relationshipWeightProperty: 'weight', randomSeed: 1, concurrency: 1})
YIELD nodeId, communityId
WITH communityId, gds.util.asNode(nodeId) AS kp
WITH communityId, kp, COUNT { (kp)-[:CO_OCCURS]-() } AS degree,
     EXISTS { (kp)<-[:COMBINES]-()<-[:GENERATED_FROM]-()<-[:SOLVES]-(:Solution {verdict: 'passed'}) } AS good
ORDER BY degree DESC, kp.name
WITH communityId, collect(kp.name) AS names, sum(CASE WHEN good THEN 1 ELSE 0 END) AS covered
WHERE size(names) >= 5
RETURN size(names) AS members, names[..5] AS most, covered
ORDER BY members DESC, most

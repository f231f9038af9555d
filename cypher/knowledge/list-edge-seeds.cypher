// The seeds that require both of two knowledge points, by id, with the names under which each mentions them.
// parameters: {first: 'kp1', second: 'kp2'}
// columns: id, problem, first, second
MATCH (a:KnowledgePoint {id: $first})<-[:REQUIRES]-(seed:Seed)-[:REQUIRES]->(b:KnowledgePoint {id: $second})
RETURN seed.id AS id, seed.problem AS problem,
       head(COLLECT { MATCH (seed)-[:MENTIONS]->(m:Mention)-[:NAMES]->(a) RETURN m.text ORDER BY m.text }) AS first,
       head(COLLECT { MATCH (seed)-[:MENTIONS]->(m:Mention)-[:NAMES]->(b) RETURN m.text ORDER BY m.text }) AS second
ORDER BY id

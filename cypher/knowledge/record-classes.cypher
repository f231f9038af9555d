// Makes knowledge points of classes of mentions, and marks those that a class takes in as merged. A knowledge point that exists keeps
// its name, but one whose name nobody chose waits for one (namedBy null) when other names join it.
// parameters: {rows: [{id: 'kp1', name: 'Addition', mentions: ['m1'], takesIn: [], embedding: [0.1], namedBy: 'representative'}]}
// columns:
UNWIND $rows AS row
MERGE (kp:KnowledgePoint {id: row.id})
ON CREATE SET kp.name = row.name, kp.status = 'active', kp.embedding = row.embedding, kp.namedBy = row.namedBy
SET kp.namedBy = CASE WHEN row.namedBy IS NULL AND kp.namedBy = 'representative' THEN null ELSE kp.namedBy END
WITH kp, row
CALL (kp, row) {
  UNWIND row.takesIn AS id
  MATCH (taken:KnowledgePoint {id: id})
  SET taken.status = 'merged'
  MERGE (taken)-[:MERGED_INTO]->(kp)
}
UNWIND row.mentions AS key
MATCH (mention:Mention {key: key})
OPTIONAL MATCH (mention)-[old:NAMES]->(other) WHERE other <> kp
DELETE old
WITH DISTINCT mention, kp
MERGE (mention)-[:NAMES]->(kp)

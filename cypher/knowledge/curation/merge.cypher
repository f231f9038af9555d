// Makes one knowledge point part of another: its mentions name the other from now on. It stays, with status merged and MERGED_INTO,
// and what was made from it stays as it is. The evidence is a SIMILAR between one mention of each, decided by a person; where a person
// said "distinct" of two of their mentions before, that becomes "same" too.
// In Neo4j Browser: give the parameters with :params, run this, then knowledge/build-kprg. When refused is not null nothing was done.
// parameters: {id: 'by-hand-1', from: 'kp1', into: 'kp2', by: 'me', reason: 'two names of one thing'}
// columns: refused
MERGE (kprg:Kprg {id: 'kprg'})
SET kprg.curations = coalesce(kprg.curations, 0) + 1
WITH kprg
OPTIONAL MATCH (known:Curation {id: $id})
OPTIONAL MATCH (from:KnowledgePoint {id: $from})
OPTIONAL MATCH (into:KnowledgePoint {id: $into})
OPTIONAL MATCH (from)-[:MERGED_INTO]->(fromNow:KnowledgePoint)
OPTIONAL MATCH (into)-[:MERGED_INTO]->(intoNow:KnowledgePoint)
WITH kprg, from, into, CASE
  WHEN known IS NOT NULL THEN {kind: 'repeated', message: 'There is a curation ' + $id + ' already: give another id'}
  WHEN from IS NULL THEN {kind: 'unknown', message: 'There is no knowledge point with the id ' + $from}
  WHEN into IS NULL THEN {kind: 'unknown', message: 'There is no knowledge point with the id ' + $into}
  WHEN from = into THEN {kind: 'invalid', message: "'" + from.name + "' cannot be merged into itself: name another one"}
  WHEN fromNow IS NOT NULL
    THEN {kind: 'conflict', message: "'" + from.name + "' is merged into '" + fromNow.name + "' already"}
  WHEN intoNow IS NOT NULL
    THEN {kind: 'conflict', message: "'" + into.name + "' is merged into '" + intoNow.name + "': merge into that one"}
  WHEN coalesce(from.status, 'active') <> 'active'
    THEN {kind: 'conflict', message: "'" + from.name + "' is " + from.status + ": unban it first"}
  WHEN coalesce(into.status, 'active') <> 'active'
    THEN {kind: 'conflict', message: "'" + into.name + "' is " + into.status + ": unban it first"}
  END AS refused
CALL (kprg, from, into, refused) {
  WITH kprg, from, into WHERE refused IS NULL
  CREATE (curation:Curation {id: $id, sequence: kprg.curations, action: 'merge', at: datetime(), by: $by, reason: $reason,
    undone: false, summary: "merge '" + from.name + "' into '" + into.name + "'"})
  CREATE (curation)-[fromWas:CHANGED]->(from)
  CREATE (curation)-[intoWas:CHANGED]->(into)
  SET fromWas = from {.name, .status, .aliases, .reason, .bannedAt, .namedBy}
  SET intoWas = into {.name, .status, .aliases, .reason, .bannedAt, .namedBy}
  SET from.status = 'merged', into.namedBy = 'person'
  CREATE (from)-[:MERGED_INTO {curation: $id}]->(into)
  WITH curation, from, into
  // A person's earlier "distinct" between the two gives way.
  CALL (curation, from, into) {
    MATCH (from)<-[:NAMES]-(:Mention)-[similar:SIMILAR {verdict: 'distinct', decidedBy: 'person'}]-(:Mention)-[:NAMES]->(into)
    WITH DISTINCT curation, similar, startNode(similar) AS first, endNode(similar) AS second
    CREATE (curation)-[was:JUDGED]->(first)
    SET was = properties(similar), was.other = second.key
    SET similar.verdict = 'same', similar.by = $by, similar.at = datetime(), similar.reason = $reason, similar.curation = $id
  }
  CALL (curation, from, into) {
    MATCH (mention:Mention)-[:NAMES]->(from)
    WITH curation, from, into, mention
    ORDER BY mention.text = from.name DESC, COUNT { (mention)<-[:MENTIONS]-() } DESC, mention.key
    LIMIT 1
    MATCH (other:Mention)-[:NAMES]->(into)
    WITH curation, into, mention, other
    ORDER BY other.text = into.name DESC, COUNT { (other)<-[:MENTIONS]-() } DESC, other.key
    LIMIT 1
    WITH curation, CASE WHEN mention.key < other.key THEN [mention, other] ELSE [other, mention] END AS pair
    WITH curation, pair[0] AS first, pair[1] AS second
    OPTIONAL MATCH (first)-[before:SIMILAR]->(second)
    WHERE coalesce(before.curation, '') <> $id
    CALL (curation, first, second, before) {
      WITH curation, first, second, before WHERE NOT EXISTS {
        MATCH (curation)-[was:JUDGED]->(first) WHERE was.other = second.key
      }
      CREATE (curation)-[was:JUDGED]->(first)
      SET was = coalesce(properties(before), {}), was.other = second.key
    }
    MERGE (first)-[similar:SIMILAR]->(second)
    SET similar.verdict = 'same', similar.decidedBy = 'person', similar.by = $by, similar.at = datetime(),
        similar.reason = $reason, similar.curation = $id
  }
  CALL (curation, from, into) {
    MATCH (mention:Mention)-[names:NAMES]->(from)
    DELETE names
    CREATE (curation)-[:MOVED {from: from.id, to: into.id}]->(mention)
    MERGE (mention)-[:NAMES]->(into)
  }
  CALL (from, into) {
    MATCH (seed:Seed)-[requires:REQUIRES]->(from)
    DELETE requires
    MERGE (seed)-[:REQUIRES]->(into)
  }
}
RETURN refused

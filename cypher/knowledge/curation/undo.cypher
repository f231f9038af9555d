// Takes back one curation, or the last that stands when none is given: names, statuses, mentions, evidence and requirements are as
// before. It is refused while a later curation of the same knowledge points stands. A knowledge point that a split made goes again,
// unless a later extraction or a combination uses it.
// In Neo4j Browser: give the parameters with :params, run this, then knowledge/build-kprg. When refused is not null nothing was done.
// parameters: {curation: 'by-hand-1', by: 'me'}
// columns: refused, id
MERGE (kprg:Kprg {id: 'kprg'})
SET kprg.curations = coalesce(kprg.curations, 0) + 1
WITH kprg
CALL () {
  OPTIONAL MATCH (wanted:Curation)
  WHERE wanted.id = $curation OR $curation IS NULL AND NOT wanted.undone
  RETURN wanted AS curation ORDER BY wanted.sequence DESC LIMIT 1
}
CALL (curation) {
  OPTIONAL MATCH (curation)-[:CHANGED|CREATED]->(:KnowledgePoint)<-[:CHANGED|CREATED]-(later:Curation {undone: false})
  WHERE later.sequence > curation.sequence
  RETURN later ORDER BY later.sequence DESC LIMIT 1
}
CALL (curation) {
  OPTIONAL MATCH (curation)-[was:CHANGED]->(kp:KnowledgePoint), (namesake:KnowledgePoint)
  WHERE coalesce(was.status, 'active') = 'active' AND toLower(namesake.name) = toLower(was.name) AND namesake <> kp
    AND coalesce(namesake.status, 'active') = 'active' AND NOT EXISTS { (curation)-[:CHANGED|CREATED]->(namesake) }
  RETURN namesake ORDER BY namesake.id LIMIT 1
}
CALL (curation) {
  OPTIONAL MATCH (curation)-[:CHANGED|CREATED]->(gone:KnowledgePoint)-[merged:MERGED_INTO]->(holder:KnowledgePoint)
  WHERE coalesce(merged.curation, '') <> curation.id
  RETURN gone, holder ORDER BY gone.id LIMIT 1
}
WITH kprg, curation, CASE
  WHEN curation IS NULL AND $curation IS NULL THEN {kind: 'conflict', message: 'There is nothing to undo'}
  WHEN curation IS NULL THEN {kind: 'unknown', message: "There is no curation '" + $curation + "'"}
  WHEN curation.undone THEN {kind: 'conflict', message: 'Curation ' + curation.id + ' (' + curation.summary + ') is undone already'}
  WHEN later IS NOT NULL
    THEN {kind: 'conflict', message: 'Curation ' + curation.id + ' (' + curation.summary + ') cannot be undone while a later one stands: '
      + later.id + ' (' + later.summary + '). Undo that first'}
  WHEN gone IS NOT NULL
    THEN {kind: 'conflict', message: "'" + gone.name + "' was merged into '" + holder.name + "' since, by an extraction: "
      + 'split its mentions off instead'}
  WHEN namesake IS NOT NULL
    THEN {kind: 'conflict', message: "The name '" + namesake.name + "' has " + namesake.id + ' now: rename that one first'}
  END AS refused
CALL (kprg, curation, refused) {
  WITH kprg, curation WHERE refused IS NULL
  SET curation.undone = true, curation.undoneAt = datetime(), curation.undoneBy = $by
  WITH kprg, curation
  CALL (kprg, curation) {
    MATCH (curation)-[was:CHANGED]->(kp:KnowledgePoint)
    SET kprg.epoch = coalesce(kprg.epoch, 0) + CASE WHEN kp.name = was.name THEN 0 ELSE 1 END
    SET kp.name = was.name, kp.status = coalesce(was.status, 'active'), kp.aliases = was.aliases, kp.reason = was.reason,
        kp.bannedAt = was.bannedAt, kp.namedBy = was.namedBy
    WITH curation, kp
    MATCH (kp)-[merged:MERGED_INTO {curation: curation.id}]->(:KnowledgePoint)
    DELETE merged
  }
  CALL (curation) {
    MATCH (curation)-[moved:MOVED]->(mention:Mention)-[names:NAMES]->(:KnowledgePoint {id: moved.to})
    MATCH (back:KnowledgePoint {id: moved.from})
    DELETE names
    MERGE (mention)-[:NAMES]->(back)
  }
  CALL (curation) {
    MATCH (curation)-[was:JUDGED]->(first:Mention)-[similar:SIMILAR]->(:Mention {key: was.other})
    SET similar = properties(was), similar.other = null
    WITH similar WHERE similar.verdict IS NULL
    DELETE similar
  }
  CALL (curation) {
    MATCH (curation)-[:CHANGED|CREATED]->(kp:KnowledgePoint)<-[requires:REQUIRES]-(seed:Seed)
    WHERE kp.status <> 'active' OR NOT EXISTS { (seed)-[:MENTIONS]->(:Mention {verdict: 'keep'})-[:NAMES]->(kp) }
    DELETE requires
  }
  CALL (curation) {
    MATCH (curation)-[:CHANGED|CREATED]->(kp:KnowledgePoint {status: 'active'})
    MATCH (seed:Seed)-[:MENTIONS]->(:Mention {verdict: 'keep'})-[:NAMES]->(kp)
    MERGE (seed)-[:REQUIRES]->(kp)
  }
  CALL (curation) {
    MATCH (curation)-[:CREATED]->(kp:KnowledgePoint)
    WHERE NOT EXISTS { (kp)<-[:NAMES]-() } AND EXISTS { (kp)<-[:COMBINES]-() }
    MATCH (curation)-[:CHANGED]->(from:KnowledgePoint)
    SET kp.status = 'merged'
    MERGE (kp)-[:MERGED_INTO {curation: curation.id}]->(from)
  }
  CALL (curation) {
    MATCH (curation)-[:CREATED]->(kp:KnowledgePoint)
    WHERE NOT EXISTS { (kp)<-[:NAMES]-() } AND NOT EXISTS { (kp)<-[:COMBINES]-() }
    DETACH DELETE kp
  }
}
RETURN refused, curation.id AS id

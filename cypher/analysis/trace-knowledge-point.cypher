// The whole story of a knowledge point: its mentions with verdicts, what was found about them and their neighbours, seeds, edges,
// changes by hand and the problems made from it. Of seeds, edges, refusals and problems the first limit are listed.
// parameters: {key: 'kp1', limit: 10}
// columns: story
MATCH (kp:KnowledgePoint {id: $key})
CALL (kp) {
  OPTIONAL MATCH (kp)<-[:MERGED_INTO*0..]-(:KnowledgePoint)<-[:COMBINES]-(:Combination)<-[:GENERATED_FROM]-(problem:Problem)
  WITH DISTINCT problem, EXISTS { (problem)<-[:SOLVES]-(:Solution {export: 'exported'}) } AS exported ORDER BY problem.key
  WITH collect(problem {.key, .run, .verdict}) AS problems, count(CASE WHEN exported THEN 1 END) AS exported
  RETURN {count: size(problems), exported: exported, passed: size([one IN problems WHERE one.verdict = 'passed']),
    first: problems[..$limit]} AS problems
}
RETURN {
  id: kp.id, name: kp.name, status: coalesce(kp.status, 'active'), aliases: coalesce(kp.aliases, []), reason: kp.reason,
  mergedInto: head(COLLECT { MATCH (kp)-[:MERGED_INTO]->(other:KnowledgePoint) RETURN other {.id, .name} }),
  absorbed: COLLECT { MATCH (kp)<-[:MERGED_INTO*]-(other:KnowledgePoint) RETURN other {.id, .name} ORDER BY other.name },
  mentions: COLLECT {
    MATCH (mention:Mention)-[:NAMES]->(kp)
    WITH mention, COUNT { (mention)<-[:MENTIONS]-() } AS seeds ORDER BY seeds DESC, mention.text
    RETURN mention {.key, .text, .verdict, .reason, .decidedBy, .prompt, .promptVersion, .rehearsal, seeds: seeds}
  },
  evidence: COLLECT {
    MATCH (kp)<-[:NAMES]-(first:Mention)-[similar:SIMILAR]->(second:Mention)-[:NAMES]->(kp)
    WITH first, second, similar ORDER BY similar.verdict DESC, similar.score DESC, first.text, second.text
    RETURN similar {.verdict, .score, .decidedBy, .reason, .by, .prompt, .promptVersion, first: first.text, second: second.text}
  },
  refusals: COLLECT {
    MATCH (kp)<-[:NAMES]-(mention:Mention)-[similar:SIMILAR]-(other:Mention)
    WHERE NOT EXISTS { (other)-[:NAMES]->(kp) }
    WITH mention, other, similar ORDER BY similar.decidedBy = 'person' DESC, similar.score DESC, mention.text, other.text
    LIMIT $limit
    RETURN similar {.verdict, .score, .decidedBy, .reason, .by, .prompt, .promptVersion, mention: mention.text, other: other.text,
      knowledgePoint: head([(other)-[:NAMES]->(its:KnowledgePoint) | its.name])}
  },
  seeds: {
    count: COUNT { (kp)<-[:REQUIRES]-(:Seed) },
    first: COLLECT { MATCH (kp)<-[:REQUIRES]-(seed:Seed) RETURN seed {.id, .problem} ORDER BY seed.id LIMIT $limit }
  },
  edges: {
    count: COUNT { (kp)-[:CO_OCCURS]-() },
    first: COLLECT {
      MATCH (kp)-[edge:CO_OCCURS]-(other:KnowledgePoint)
      RETURN other {.id, .name, weight: edge.weight} ORDER BY edge.weight DESC, other.name LIMIT $limit
    }
  },
  curations: COLLECT {
    MATCH (curation:Curation)-[:CHANGED|CREATED]->(kp)
    RETURN curation {.id, .summary, .by, .reason, .undone, at: toString(curation.at)} ORDER BY curation.sequence
  },
  problems: problems
} AS story

// The story of a seed: what was read from it, by which model and prompt, what the filter said of it, and the knowledge points it requires.
// parameters: {key: 's1', limit: 10}
// columns: story
MATCH (seed:Seed {id: $key})
CALL (seed) {
  OPTIONAL MATCH (seed)-[:REQUIRES]->(:KnowledgePoint)<-[:COMBINES]-(:Combination)<-[:GENERATED_FROM]-(problem:Problem)
  WITH DISTINCT problem ORDER BY problem.key
  WITH collect(problem {.key, .verdict}) AS problems
  RETURN {count: size(problems), passed: size([one IN problems WHERE one.verdict = 'passed']), first: problems[..$limit]} AS problems
}
RETURN {
  id: seed.id, problem: seed.problem, solution: seed.solution, answer: seed.answer, subject: seed.subject, level: seed.level,
  source: seed.source, extraction: coalesce(seed.extraction, 'waiting'),
  mentions: COLLECT {
    MATCH (seed)-[m:MENTIONS]->(mention:Mention)
    WITH seed, m, mention, head([(mention)-[:NAMES]->(kp:KnowledgePoint) | kp]) AS kp ORDER BY m.position, mention.key
    RETURN mention {
      .text, .verdict, .reason, .decidedBy, extractor: m {.model, .prompt, .promptVersion},
      knowledgePoint: kp {.id, .name, status: coalesce(kp.status, 'active'), required: EXISTS { (seed)-[:REQUIRES]->(kp) }}
    }
  },
  problems: problems
} AS story

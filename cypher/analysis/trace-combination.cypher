// The story of a combination: its knowledge points, the first limit seeds behind each, and the problems made from it.
// parameters: {key: 'c1', limit: 10}
// columns: story
MATCH (combination:Combination {key: $key})
RETURN {
  key: combination.key, kind: combination.kind, distance: combination.distance, weight: combination.weight,
  knowledgePoints: COLLECT {
    MATCH (combination)-[:COMBINES]->(kp:KnowledgePoint)
    WITH kp ORDER BY kp.id
    RETURN kp {
      .id, .name, status: coalesce(kp.status, 'active'),
      mergedInto: head([(kp)-[:MERGED_INTO]->(other) | other {.id, .name}]),
      seeds: COUNT { (kp)<-[:REQUIRES]-(:Seed) },
      first: COLLECT { MATCH (kp)<-[:REQUIRES]-(seed:Seed) RETURN seed {.id} ORDER BY seed.id LIMIT $limit }
    }
  },
  problems: COLLECT {
    MATCH (problem:Problem)-[:GENERATED_FROM]->(combination)
    RETURN problem {.key, .run, .verdict, .score, .difficulty, .model} ORDER BY problem.key
  }
} AS story

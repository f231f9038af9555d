// The whole story of a problem: its combination, the knowledge points with the first limit seeds behind each, who wrote and judged it
// and with which prompts, and the same of its solutions.
// parameters: {key: 'p1', limit: 10}
// columns: story
MATCH (problem:Problem {key: $key})-[:GENERATED_FROM]->(combination:Combination)
RETURN {
  key: problem.key, run: problem.run, text: problem.text, trouble: problem.trouble, verdict: problem.verdict, score: problem.score,
  difficulty: problem.difficulty, rater: problem.rater, rehearsal: problem.rehearsal,
  generator: problem {.model, .prompt, .promptVersion, .promptHash, .temperature, .topP, .maxTokens, .samplingSeed},
  combination: combination {.key, .kind, .distance, .weight},
  knowledgePoints: COLLECT {
    MATCH (combination)-[:COMBINES]->(kp:KnowledgePoint)
    WITH kp ORDER BY kp.id
    RETURN kp {
      .id, .name, status: coalesce(kp.status, 'active'),
      mergedInto: head([(kp)-[:MERGED_INTO]->(other) | other {.id, .name}]),
      seeds: COUNT { (kp)<-[:REQUIRES]-(:Seed) },
      first: COLLECT {
        MATCH (kp)<-[:REQUIRES]-(seed:Seed)
        WITH seed ORDER BY seed.id LIMIT $limit
        RETURN seed {.id, mentions: COLLECT { MATCH (seed)-[m:MENTIONS]->(mention)-[:NAMES]->(kp)
          RETURN mention {.text, model: m.model, prompt: m.prompt, promptVersion: m.promptVersion} ORDER BY mention.text }}
      }
    }
  },
  votes: COLLECT {
    MATCH (vote:Judgement)-[:OF]->(problem)
    RETURN vote {.model, .weight, .score, .explanation, .parsedBy, .prompt, .promptVersion} ORDER BY vote.model, vote.key
  },
  solutions: COLLECT {
    MATCH (solution:Solution)-[:SOLVES]->(problem)
    WITH solution ORDER BY solution.key
    RETURN solution {
      .key, .text, .answer, .trouble, .verdict, .export, .rehearsal,
      solver: solution {.model, .prompt, .promptVersion, .promptHash, .temperature, .topP, .maxTokens, .samplingSeed},
      votes: COLLECT {
        MATCH (vote:Judgement)-[:OF]->(solution)
        RETURN vote {.model, .weight, .approved, .explanation, .parsedBy, .prompt, .promptVersion} ORDER BY vote.model, vote.key
      }
    }
  }
} AS story

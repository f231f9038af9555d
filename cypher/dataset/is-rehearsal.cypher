// Whether anything in an accepted row, of one run when it is given, came from a simulated model.
// parameters: {run: 'r1'}
// columns: rehearsal
RETURN EXISTS {
  MATCH (solution:Solution {verdict: 'passed'})-[:SOLVES]->(problem:Problem {verdict: 'passed'})
  WHERE (solution.rehearsal OR problem.rehearsal
      OR EXISTS { MATCH (vote:Judgement)-[:OF]->(solution) WHERE vote.rehearsal }
      OR EXISTS { MATCH (vote:Judgement)-[:OF]->(problem) WHERE vote.rehearsal }
      OR EXISTS {
        MATCH (problem)-[:GENERATED_FROM]->(:Combination)-[:COMBINES]->(:KnowledgePoint)<-[:NAMES]-(mention:Mention)
        WHERE mention.rehearsal
      })
    AND ($run IS NULL OR EXISTS { MATCH (slice:Slice {run: $run}) WHERE problem.key IN slice.problems RETURN slice })
  RETURN solution
} AS rehearsal

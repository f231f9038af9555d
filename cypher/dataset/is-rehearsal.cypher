// Whether anything in an accepted row, of one run when it is given, came from a simulated model.
// parameters: {run: 'r1'}
// columns: rehearsal
RETURN EXISTS {
  CALL () {
    WITH $run AS run WHERE run IS NULL
    MATCH (solution:Solution {verdict: 'passed'})-[:SOLVES]->(problem:Problem {verdict: 'passed'})
    RETURN problem, solution, null AS maker
    UNION
    MATCH (maker:Run {id: $run})
    MATCH (slice:Slice {run: $run})
    UNWIND slice.acceptedSolutions AS key
    MATCH (solution:Solution {key: key})-[:SOLVES]->(problem:Problem)
    RETURN problem, solution, maker
  }
  WITH problem, solution, maker
  WHERE problem.rehearsal OR solution.rehearsal
    OR EXISTS {
      MATCH (vote:Judgement)-[:OF]->(problem)
      WHERE vote.rehearsal AND (maker IS NULL OR vote.model IN maker.judges AND vote.promptHash IN maker.judgePrompts)
    }
    OR EXISTS {
      MATCH (vote:Judgement)-[:OF]->(solution)
      WHERE vote.rehearsal AND (maker IS NULL OR vote.model IN maker.judges AND vote.promptHash IN maker.judgePrompts)
    }
    OR EXISTS {
      MATCH (problem)-[:GENERATED_FROM]->(:Combination)-[:COMBINES]->(:KnowledgePoint)<-[:NAMES]-(mention:Mention)
      WHERE mention.rehearsal
    }
  RETURN problem
} AS rehearsal

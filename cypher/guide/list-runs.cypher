// All runs, newest first, with what came of them.
// columns: run, state, problems, passed, accepted
MATCH (run:Run)
OPTIONAL MATCH (problem:Problem {run: run.id})
WITH run, count(problem) AS problems, sum(CASE WHEN problem.verdict = 'passed' THEN 1 ELSE 0 END) AS passed
ORDER BY run.createdAt DESC LIMIT 20
RETURN run.id AS run, run.state AS state, problems, passed, COUNT { (:Solution {run: run.id, verdict: 'passed'}) } AS accepted

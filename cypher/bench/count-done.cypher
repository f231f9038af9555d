// How many combinations of all runs are through, and how many of them have an accepted solution.
// parameters: {}
// columns: done, accepted
OPTIONAL MATCH (run:Run)
RETURN coalesce(sum(run.done), 0) AS done, coalesce(sum(run.accepted), 0) AS accepted

// How often in a row a run was taken over from a process that died, since it last finished a combination.
// parameters: {id: 'r1'}
// columns: adoptions
MATCH (run:Run {id: $id})
RETURN CASE WHEN run.adoptedDone = coalesce(run.done, 0) THEN run.adoptions ELSE 0 END AS adoptions

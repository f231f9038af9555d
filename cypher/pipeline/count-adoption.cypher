// Counts that a process begins to work on a run which it took over from one that died: in a row, as long as no combination is finished in between. A coordinator of an older term has no say.
// parameters: {id: 'r1', term: 1}
// columns: adoptions
MATCH (run:Run {id: $id})
WHERE run.term = $term
SET run.adoptions = CASE WHEN run.adoptedDone = coalesce(run.done, 0) THEN coalesce(run.adoptions, 0) + 1 ELSE 1 END,
    run.adoptedDone = coalesce(run.done, 0)
RETURN run.adoptions AS adoptions

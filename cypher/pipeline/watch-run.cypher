// What a coordinator looks at: the state that somebody may have wished for, the KPRG's epoch, and how far the run is.
// parameters: {id: 'r1'}
// columns: state, epoch, done, accepted, all
MATCH (run:Run {id: $id})
OPTIONAL MATCH (kprg:Kprg)
WITH run, coalesce(max(kprg.epoch), 0) AS epoch
RETURN run.state AS state, epoch, coalesce(run.done, 0) AS done, coalesce(run.accepted, 0) AS accepted,
       coalesce(run.total, run.planned, 0) AS all

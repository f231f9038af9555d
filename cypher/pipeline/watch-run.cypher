// What a coordinator looks at: the state that somebody may have wished for, and the KPRG's epoch.
// parameters: {id: 'r1'}
// columns: state, epoch
MATCH (run:Run {id: $id})
OPTIONAL MATCH (kprg:Kprg)
RETURN run.state AS state, coalesce(max(kprg.epoch), 0) AS epoch

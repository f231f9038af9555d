// A person wants a run to go on: how often it was taken over before does not matter any more.
// parameters: {id: 'r1'}
// columns:
MATCH (run:Run {id: $id})
REMOVE run.adoptions, run.adoptedDone

// Creates a run; one that is there stays as it is.
// parameters: {id: 'r1', properties: {profile: 'grip-2025', request: '{}', decides: '{}', epoch: 1, rehearsal: true, judges: ['j'], judgeWeights: [1.0], judgePrompts: ['h'], total: 10}}
// columns:
MERGE (run:Run {id: $id})
ON CREATE SET run += $properties, run.state = 'planned', run.term = 0, run.planned = 0, run.planComplete = false,
              run.createdAt = datetime()

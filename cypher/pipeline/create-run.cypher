// Creates a run.
// parameters: {id: 'r1', profile: 'grip-2025', config: '{}', fingerprint: 'f', epoch: 1, rehearsal: true}
// columns:
MERGE (run:Run {id: $id})
ON CREATE SET run.profile = $profile, run.config = $config, run.fingerprint = $fingerprint, run.epoch = $epoch,
              run.rehearsal = $rehearsal, run.state = 'planned', run.createdAt = datetime()

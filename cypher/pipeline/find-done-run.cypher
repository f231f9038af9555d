// The newest finished run with a fingerprint.
// parameters: {fingerprint: 'f'}
// columns: id
MATCH (run:Run {fingerprint: $fingerprint, state: 'done'})
RETURN run.id AS id
ORDER BY run.createdAt DESC
LIMIT 1

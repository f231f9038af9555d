// Writes something that changes nothing that anybody reads, to see whether the database takes writes at all.
// parameters: {}
// columns:
MATCH (run:Run)
WITH run LIMIT 1
SET run.probedAt = timestamp()

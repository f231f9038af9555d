// Seeds in id order after a given id.
// parameters: {after: '', limit: 10}
// columns: seed
MATCH (seed:Seed)
WHERE seed.id > $after
RETURN seed {.id, .problem, .solution, .answer, .subject, .level, .source, .given} AS seed
ORDER BY seed.id
LIMIT $limit

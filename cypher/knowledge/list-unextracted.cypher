// Seeds that have not been read for knowledge points, in id order.
// parameters: {limit: 100}
// columns: seed
MATCH (seed:Seed)
WHERE seed.extraction IS NULL
RETURN seed {.id, .problem, .solution, .answer, .subject, .level, .source, .given} AS seed
ORDER BY seed.id
LIMIT $limit

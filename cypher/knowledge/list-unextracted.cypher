// Seeds after a given id that have not been read for knowledge points, in id order.
// parameters: {after: '', limit: 500}
// columns: seed
MATCH (seed:Seed)
WHERE seed.id > $after AND seed.extraction IS NULL
RETURN seed {.id, .problem, .solution, .answer, .subject, .level, .source, .given} AS seed
ORDER BY seed.id
LIMIT $limit

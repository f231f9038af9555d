// How many seeds have not been read for knowledge points.
// parameters: {}
// columns: seeds
MATCH (seed:Seed)
WHERE seed.extraction IS NULL
RETURN count(seed) AS seeds

// How many seeds were read and left without knowledge points.
// parameters: {}
// columns: seeds
MATCH (seed:Seed)
WHERE seed.extraction STARTS WITH 'failed' OR seed.extraction STARTS WITH 'refused'
RETURN count(seed) AS seeds

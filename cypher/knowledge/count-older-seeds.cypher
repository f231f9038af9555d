// How many seeds were read with an older version of the prompt than this one.
// parameters: {version: 2}
// columns: seeds
MATCH (seed:Seed)
WHERE seed.extractionVersion < $version
RETURN count(seed) AS seeds

// Makes seeds wait for another extraction whose answers were refusals or held no names.
// parameters: {}
// columns:
MATCH (seed:Seed)
WHERE seed.extraction STARTS WITH 'failed' OR seed.extraction STARTS WITH 'refused'
REMOVE seed.extraction

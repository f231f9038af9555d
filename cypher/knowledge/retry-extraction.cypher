// Makes seeds whose extraction failed wait for another one.
// parameters: {}
// columns:
MATCH (seed:Seed)
WHERE seed.extraction STARTS WITH 'failed'
REMOVE seed.extraction

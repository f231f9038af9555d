// Keeps the mentions of seeds with what produced them; kept ones, which a file gave, need no verdict of a model.
// parameters: {rows: [{seed: 's1', state: 'extracted', given: false, kept: false, mentions: [{key: 'm1', text: 'Addition', position: 1}], origin: {model: 'm', rehearsal: true}}]}
// columns:
UNWIND $rows AS row
MATCH (seed:Seed {id: row.seed})
SET seed.extraction = row.state, seed.extractionVersion = row.origin.promptVersion
WITH seed, row
UNWIND row.mentions AS named
MERGE (mention:Mention {key: named.key})
ON CREATE SET mention.text = named.text
SET mention.given = coalesce(mention.given, false) OR row.given,
    mention.rehearsal = coalesce(mention.rehearsal, false) OR coalesce(row.origin.rehearsal, false)
FOREACH (_ IN CASE WHEN row.kept THEN [1] ELSE [] END |
  SET mention.verdict = 'keep', mention.reason = 'given by the seed file', mention.decidedBy = 'given')
MERGE (seed)-[mentions:MENTIONS]->(mention)
ON CREATE SET mentions = row.origin, mentions.position = named.position

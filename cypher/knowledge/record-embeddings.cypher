// Keeps the vectors of mentions with the embedding model that made them.
// parameters: {rows: [{key: 'm1', embedding: [0.1], embeddedBy: 'bge-small-en-v1.5'}]}
// columns:
UNWIND $rows AS row
MATCH (mention:Mention {key: row.key})
SET mention.embedding = row.embedding, mention.embeddedBy = row.embeddedBy

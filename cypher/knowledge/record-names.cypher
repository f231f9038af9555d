// Keeps the names that a model found for knowledge points, with what produced them, unless somebody named them meanwhile.
// parameters: {rows: [{id: 'kp1', name: 'Addition', embedding: [0.1], origin: {namedBy: 'm', namedByPrompt: 'p', namedByRehearsal: true}}]}
// columns:
UNWIND $rows AS row
MATCH (kp:KnowledgePoint {id: row.id})
WHERE kp.namedBy IS NULL
SET kp.name = row.name, kp.embedding = coalesce(row.embedding, kp.embedding), kp += row.origin

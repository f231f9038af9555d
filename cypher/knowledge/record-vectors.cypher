// Keeps mentions' vectors by position for the time of one search.
// parameters: {rows: [{position: 0, embedding: [0.6, 0.8]}]}
// columns: none
UNWIND $rows AS row
MERGE (vector:MentionVector {position: row.position})
WITH vector, row
CALL db.create.setNodeVectorProperty(vector, 'embedding', row.embedding)

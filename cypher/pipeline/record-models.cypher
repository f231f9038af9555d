// Keeps the served models.
// parameters: {rows: [{key: 'mo1', name: 'm', role: 'extractor', url: 'http://localhost:8000/v1', weight: 1.0, rehearsal: true}]}
// columns:
UNWIND $rows AS row
MERGE (model:Model {key: row.key})
SET model += row

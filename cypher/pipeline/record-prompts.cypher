// Keeps the prompts with their texts.
// parameters: {rows: [{key: 'pr1', name: 'synthesis/write-problem', version: 1, hash: 'h', text: 't'}]}
// columns:
UNWIND $rows AS row
MERGE (prompt:Prompt {key: row.key})
SET prompt += row

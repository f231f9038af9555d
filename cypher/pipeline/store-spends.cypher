// Keeps what the calls of a run used in one process so far, as lists of the same length. A coordinator of an older term has no say.
// parameters: {rows: [{key: 'r1-1-x', run: 'r1', term: 1, properties: {spendStages: ['synthesis/write-problem'], spendModels: ['m'], spendCalls: [1], spendPromptTokens: [100], spendCompletionTokens: [200], spendMicros: [300000], spendRoomMicros: [0], spendPauseMicros: [0], spendStoreMicros: [5000]}}]}
// columns:
UNWIND $rows AS row
MATCH (run:Run {id: row.run})
WHERE run.term = row.term
MERGE (spend:Spend {key: row.key})
ON CREATE SET spend.run = row.run
SET spend += row.properties

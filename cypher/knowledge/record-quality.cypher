// Keeps the quality filter's verdicts with what produced them.
// parameters: {rows: [{key: 'm1', verdict: 'keep', reason: 'r', origin: {model: 'm', prompt: 'p', promptVersion: 1, promptHash: 'h', rehearsal: true}}]}
// columns:
UNWIND $rows AS row
MATCH (mention:Mention {key: row.key})
SET mention.verdict = row.verdict, mention.reason = row.reason, mention.decidedBy = row.origin.model,
    mention.prompt = row.origin.prompt, mention.promptVersion = row.origin.promptVersion,
    mention.promptHash = row.origin.promptHash, mention.rehearsal = coalesce(mention.rehearsal, false) OR row.origin.rehearsal

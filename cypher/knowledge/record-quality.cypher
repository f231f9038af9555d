// Keeps the quality filter's verdicts with what produced them, each for all mentions of one spelling.
// parameters: {rows: [{keys: ['m1'], verdict: 'keep', reason: 'r', origin: {model: 'm', prompt: 'p', promptVersion: 1, promptHash: 'h', rehearsal: true}}]}
// columns:
UNWIND $rows AS row
UNWIND row.keys AS key
MATCH (mention:Mention {key: key})
SET mention.verdict = row.verdict, mention.reason = row.reason, mention.decidedBy = row.origin.model,
    mention.prompt = row.origin.prompt, mention.promptVersion = row.origin.promptVersion,
    mention.promptHash = row.origin.promptHash, mention.judgedAs = row.origin.judgedAs,
    mention.rehearsal = coalesce(mention.rehearsal, false) OR coalesce(row.origin.rehearsal, false)

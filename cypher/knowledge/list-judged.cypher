// Mentions with a verdict and what produced it, by key.
// parameters: {}
// columns: text, verdict, reason, origin
MATCH (mention:Mention)
WHERE mention.verdict IS NOT NULL AND mention.verdict <> 'undecided'
RETURN mention.text AS text, mention.verdict AS verdict, mention.reason AS reason,
       {model: mention.decidedBy, prompt: mention.prompt, promptVersion: mention.promptVersion,
        promptHash: mention.promptHash, rehearsal: mention.rehearsal, judgedAs: mention.text} AS origin
ORDER BY mention.key

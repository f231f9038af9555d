// Makes mentions without a readable verdict wait for another one.
// parameters: {}
// columns:
MATCH (mention:Mention {verdict: 'undecided'})
REMOVE mention.verdict

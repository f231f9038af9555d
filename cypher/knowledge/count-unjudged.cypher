// How many mentions have no verdict.
// parameters: {}
// columns: mentions
MATCH (mention:Mention)
WHERE mention.verdict IS NULL
RETURN count(mention) AS mentions

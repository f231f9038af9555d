// How many mentions were left because the answers about them could not be read.
// parameters: {}
// columns: mentions
MATCH (mention:Mention {verdict: 'undecided'})
RETURN count(mention) AS mentions

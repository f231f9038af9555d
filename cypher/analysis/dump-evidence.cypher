// What was found about pairs of mentions, by their texts; scores to four places.
// parameters: {}
// columns: line
MATCH (first:Mention)-[similar:SIMILAR]->(second:Mention)
WITH first, similar, second ORDER BY first.text, second.text, similar.verdict
RETURN {similar: [first.text, second.text], verdict: similar.verdict, decidedBy: similar.decidedBy, score: round(similar.score, 4)} AS line

// Keeps what was found about pairs of mentions, stored from the smaller key to the larger.
// parameters: {rows: [{first: 'm1', second: 'm2', score: 0.9, verdict: 'same', decidedBy: 'cosine', origin: {}}]}
// columns:
UNWIND $rows AS row
MATCH (first:Mention {key: row.first}), (second:Mention {key: row.second})
MERGE (first)-[similar:SIMILAR]->(second)
SET similar.score = row.score, similar.verdict = row.verdict, similar.decidedBy = row.decidedBy,
    similar += row.origin

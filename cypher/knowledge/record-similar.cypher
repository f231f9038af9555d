// Keeps what was found about pairs of mentions, stored from the smaller key to the larger; what a person said stays.
// parameters: {rows: [{first: 'm1', second: 'm2', score: 0.9, verdict: 'same', decidedBy: 'cosine', budget: 8, origin: {}}]}
// columns:
UNWIND $rows AS row
MATCH (first:Mention {key: row.first}), (second:Mention {key: row.second})
MERGE (first)-[similar:SIMILAR]->(second)
WITH similar, row
WHERE coalesce(similar.decidedBy, '') <> 'person'
SET similar.score = row.score, similar.verdict = row.verdict, similar.decidedBy = row.decidedBy, similar.budget = row.budget,
    similar += row.origin

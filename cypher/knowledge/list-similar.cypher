// What persons and models found about pairs of kept mentions, and what was left open for want of questions.
// parameters: {}
// columns: first, second, score, verdict, decidedBy, budget
MATCH (first:Mention {verdict: 'keep'})-[similar:SIMILAR]->(second:Mention {verdict: 'keep'})
WHERE NOT similar.decidedBy IN ['spelling', 'cosine']
RETURN first.key AS first, second.key AS second, coalesce(similar.score, 0.0) AS score, similar.verdict AS verdict,
       similar.decidedBy AS decidedBy, coalesce(similar.budget, 0) AS budget
ORDER BY first, second

// Pairs of mentions with evidence, by verdict and by who decided it; asked counts those a model was asked about.
// parameters: {}
// columns: verdict, decidedBy, pairs, asked
MATCH (:Mention)-[similar:SIMILAR]->(:Mention)
RETURN similar.verdict AS verdict, similar.decidedBy AS decidedBy, count(*) AS pairs, count(similar.prompt) AS asked
ORDER BY verdict, decidedBy

// Mentions by verdict and by who decided it; asked counts those a model was asked about.
// parameters: {}
// columns: verdict, decidedBy, mentions, asked, rehearsal
MATCH (mention:Mention)
RETURN coalesce(mention.verdict, 'waiting') AS verdict, coalesce(mention.decidedBy, '') AS decidedBy,
       count(*) AS mentions, count(mention.prompt) AS asked,
       any(simulated IN collect(mention.rehearsal) WHERE simulated) AS rehearsal
ORDER BY verdict, decidedBy

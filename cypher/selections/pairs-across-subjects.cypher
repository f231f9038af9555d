// Pairs across two subjects: each knowledge point belongs to one subject (the one most of its seeds have), and no seed needs
// both. Seeds without a subject count under their source. first, second: the two subjects, '' for any; limit: how many pairs.
// parameters: {first: '', second: '', limit: 100}
// columns: knowledgePoints, names, subjects, weight
MATCH (kp:KnowledgePoint)<-[:REQUIRES]-(seed:Seed)
WITH kp, coalesce(seed.subject, seed.source) AS subject, count(*) AS seeds
ORDER BY kp.id, seeds DESC, subject
WITH kp, collect(subject)[0] AS subject
WITH collect([kp.id, subject]) AS rows
WITH apoc.map.fromPairs(rows) AS subjectOf
CALL kprg.twoHop() YIELD knowledgePoints, weight
WITH knowledgePoints, weight, [kp IN knowledgePoints | subjectOf[kp.id]] AS subjects
WHERE subjects[0] <> subjects[1]
  AND ($first = '' OR $first IN subjects) AND ($second = '' OR $second IN subjects)
WITH knowledgePoints, [kp IN knowledgePoints | kp.name] AS names, subjects, weight
RETURN knowledgePoints, names, subjects, weight
ORDER BY weight DESC, names LIMIT toInteger($limit)

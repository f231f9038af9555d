// How many knowledge points have how many mentions as their names.
// parameters: {}
// columns: mentions, knowledgePoints
MATCH (kp:KnowledgePoint)
WHERE coalesce(kp.status, 'active') = 'active'
WITH COUNT { (kp)<-[:NAMES]-(:Mention) } AS mentions
RETURN mentions, count(*) AS knowledgePoints
ORDER BY mentions

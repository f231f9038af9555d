// One and the same row of list-rows' shape many times: what Bolt gives at best.
// parameters: {rows: 10, cursor: '1:TWO_HOP:1.2:0'}
// columns: kind, knowledgePoints, distance, weight, cursor
MATCH (a:KnowledgePoint)-[:CO_OCCURS]->(b:KnowledgePoint)
WITH [a, b] AS knowledgePoints LIMIT 1
UNWIND range(1, $rows) AS row
RETURN 'TWO_HOP' AS kind, knowledgePoints, 2 AS distance, 1.0 AS weight, $cursor AS cursor

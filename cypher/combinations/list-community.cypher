// Combinations of kind COMMUNITY in the procedure's order.
// parameters: {config: {limit: 10}}
// columns: kind, ids, names, distance, weight, cursor
CALL kprg.community($config) YIELD kind, knowledgePoints, distance, weight, cursor
RETURN kind, [kp IN knowledgePoints | kp.id] AS ids, [kp IN knowledgePoints | kp.name] AS names, distance, weight, cursor

// TWO_HOP combinations, one a row with all columns.
// parameters: {config: {limit: 10}}
// columns: kind, knowledgePoints, distance, weight, cursor
CALL kprg.twoHop($config) YIELD kind, knowledgePoints, distance, weight, cursor
RETURN kind, knowledgePoints, distance, weight, cursor

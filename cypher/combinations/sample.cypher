// A uniform random sample of combinations, decided by its seed.
// parameters: {config: {kinds: ['TWO_HOP'], limit: 10, seed: 1}}
// columns: kind, ids, names, distance, weight
CALL kprg.sample($config) YIELD kind, knowledgePoints, distance, weight
RETURN kind, [kp IN knowledgePoints | kp.id] AS ids, [kp IN knowledgePoints | kp.name] AS names, distance, weight

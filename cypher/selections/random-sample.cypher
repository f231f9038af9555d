// A random sample: every combination of these kinds is equally likely, and the same seed gives the same ones. The yardstick for
// every other selection. kinds: some of ONE_HOP, TWO_HOP, THREE_HOP, COMMUNITY; seed: any whole number; limit: how many
// combinations.
// parameters: {kinds: ['ONE_HOP', 'TWO_HOP', 'THREE_HOP', 'COMMUNITY'], seed: 1, limit: 100}
// columns: knowledgePoints, names, kind, weight
CALL kprg.sample({kinds: $kinds, seed: toInteger($seed), limit: toInteger($limit)}) YIELD kind, knowledgePoints, weight
RETURN knowledgePoints, [kp IN knowledgePoints | kp.name] AS names, kind, weight

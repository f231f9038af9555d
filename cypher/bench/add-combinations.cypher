// Combinations with nothing but a key.
// parameters: {keys: ['c1']}
// columns:
UNWIND $keys AS key
MERGE (:Combination {key: key})

// Draws a sample inside the server and hands out only how many were drawn.
// parameters: {config: {kinds: ['TWO_HOP'], limit: 10, seed: 1}}
// columns: combinations
CALL kprg.sample($config) YIELD distance
RETURN count(distance) AS combinations

// Lists combinations inside the server and hands out only how many they were.
// parameters: {config: {kinds: ['TWO_HOP']}}
// columns: combinations
CALL kprg.blocks($config) YIELD count
RETURN sum(count) AS combinations

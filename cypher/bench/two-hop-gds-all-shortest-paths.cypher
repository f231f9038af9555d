// TWO_HOP pairs as those of all pairs that gds.allShortestPaths finds at distance 2.
// parameters: {every: 1}
// columns: combinations
CALL gds.allShortestPaths.stream('bench', {}) YIELD distance
WITH distance WHERE distance = 2.0 AND $every > 0
RETURN count(*) / 2 AS combinations

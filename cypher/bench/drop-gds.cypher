// Drops GDS's projection if it is there.
// parameters: {}
// columns: name
CALL gds.graph.drop('bench', false) YIELD graphName
RETURN graphName AS name

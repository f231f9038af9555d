// Takes one projection out of the memory of Graph Data Science, and those that a process that died left there.
// parameters: {name: 'grip-1'}
// columns: dropped
CALL gds.graph.list() YIELD graphName, creationTime
WHERE graphName = $name OR (graphName STARTS WITH 'grip-' AND creationTime < datetime() - duration({hours: 1}))
CALL gds.graph.drop(graphName, false) YIELD graphName AS dropped
RETURN dropped

// The ten core knowledge points and the edges between them.
// columns: path
CALL kprg.core({core: {top: 10}}) YIELD node
WITH collect(node) AS cores
UNWIND cores AS a
MATCH path = (a)-[:CO_OCCURS]->(b) WHERE b IN cores
RETURN path

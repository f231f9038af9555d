// Rebuilds CO_OCCURS from REQUIRES.
// parameters: {}
// columns: nodes, edges, epoch, changed
CALL kprg.build({}) YIELD nodes, edges, created, updated, deleted, epoch
RETURN nodes, edges, epoch, created + updated + deleted > 0 AS changed

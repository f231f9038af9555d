// The ten core knowledge points.
// columns: rank, name, degree, seeds
CALL kprg.core({core: {top: 10}}) YIELD node, degree, rank
RETURN rank, node.name AS name, degree, COUNT { (node)<-[:REQUIRES]-(:Seed) } AS seeds
ORDER BY rank

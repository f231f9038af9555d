// Finds the mentions whose vectors the index holds nearest to those at these positions, each itself included.
// parameters: {positions: [0], most: 64}
// columns: position, neighbours
UNWIND $positions AS position
MATCH (vector:MentionVector {position: position})
CALL db.index.vector.queryNodes('mention_vectors', $most, vector.embedding) YIELD node
RETURN position, collect(node.position) AS neighbours

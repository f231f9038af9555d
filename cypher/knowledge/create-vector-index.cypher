// Creates the vector index of mentions; without quantization and with more links a node than usual, because recall counts.
// columns: none
CREATE VECTOR INDEX mention_vectors IF NOT EXISTS FOR (node:MentionVector) ON (node.embedding)
OPTIONS {indexConfig: {
  `vector.similarity_function`: 'cosine', `vector.quantization.enabled`: false,
  `vector.hnsw.m`: 32, `vector.hnsw.ef_construction`: 200
}}

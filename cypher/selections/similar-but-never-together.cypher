// Pairs that mean nearly the same by their embeddings and that no seed needs together: variations on one idea, or names that
// should be merged. Found by Graph Data Science (kNN). minSimilarity and maxSimilarity: cosines; neighbours: how many of each;
// limit: how many pairs. In Neo4j Browser, make the projection named by $projection first (see guide).
// parameters: {minSimilarity: 0.7, maxSimilarity: 0.95, neighbours: 10, limit: 100}
// columns: knowledgePoints, names, similarity
CALL gds.knn.stream($projection,
  {nodeProperties: {embedding: 'COSINE'}, topK: toInteger($neighbours), randomSeed: 1, concurrency: 1})
YIELD node1, node2, similarity
WITH gds.util.asNode(node1) AS first, gds.util.asNode(node2) AS second, 2 * similarity - 1 AS similarity
WHERE similarity >= $minSimilarity AND similarity <= $maxSimilarity AND NOT EXISTS { (first)-[:CO_OCCURS]-(second) }
WITH CASE WHEN first.id < second.id THEN [first, second] ELSE [second, first] END AS knowledgePoints, max(similarity) AS similarity
WITH knowledgePoints, [kp IN knowledgePoints | kp.name] AS names, round(similarity, 3) AS similarity
RETURN knowledgePoints, names, similarity
ORDER BY similarity DESC, names LIMIT toInteger($limit)

// What kinds of things there are, and how they hang together.
// columns: nodes, relationships
CALL apoc.meta.subGraph({
  labels: ['Seed', 'Mention', 'KnowledgePoint', 'Combination', 'Problem', 'Solution', 'Judgement'],
  rels: ['MENTIONS', 'NAMES', 'REQUIRES', 'CO_OCCURS', 'COMBINES', 'GENERATED_FROM', 'SOLVES', 'OF']
}) YIELD nodes, relationships
RETURN nodes, relationships

// Plans a slice: combinations are kept as key#repetition.
// parameters: {id: 'sl1', run: 'r1', index: 0, combinations: ['c1#0']}
// columns:
MERGE (slice:Slice {id: $id})
ON CREATE SET slice.run = $run, slice.index = $index, slice.combinations = $combinations, slice.state = 'planned',
              slice.attempt = 0

// Combinations of one kind in the procedures' order, packed, and the cursor behind each block.
// parameters: {config: {kinds: ['TWO_HOP'], limit: 10}}
// columns: size, count, block, weights, cursor
CALL kprg.blocks($config) YIELD size, count, block, weights, cursor
RETURN size, count, block, weights, cursor

// Cursors at random places of the space.
// parameters: {config: {kinds: ['TWO_HOP'], limit: 10, seed: 1}}
// columns: cursor
CALL kprg.sample($config) YIELD cursor
RETURN cursor

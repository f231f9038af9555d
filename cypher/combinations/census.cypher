// Exact numbers of combinations by kind and size, and how many of them no single seed contains.
// parameters: {config: {}}
// columns: kind, size, count, novel
CALL kprg.census($config) YIELD kind, size, count, novel
RETURN kind, size, count, novel

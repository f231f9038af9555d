// How many combinations there are of each kind, and how many no single seed has.
// columns: kind, size, count, novel
CALL kprg.census({communitySizes: [3, 4]}) YIELD kind, size, count, novel
RETURN kind, size, count, novel

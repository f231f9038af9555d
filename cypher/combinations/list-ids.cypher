// What the numbers in blocks stand for.
// parameters: {}
// columns: id, name
CALL kprg.ids() YIELD index, id, name
RETURN id, name ORDER BY index

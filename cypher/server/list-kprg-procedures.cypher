// Lists the kprg procedures of the server.
// columns: name
SHOW PROCEDURES YIELD name
WHERE name STARTS WITH 'kprg.'
RETURN name

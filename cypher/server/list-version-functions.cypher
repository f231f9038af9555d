// Lists which of the libraries that tell their version are installed.
// columns: name
SHOW FUNCTIONS YIELD name
WHERE name IN ['apoc.version', 'gds.version']
RETURN name

// Reads the version of APOC.
// columns: version
RETURN apoc.version() AS version

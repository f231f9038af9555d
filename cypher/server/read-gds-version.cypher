// Reads the version of Graph Data Science.
// columns: version
RETURN gds.version() AS version

// The last change by hand that stands.
// parameters: {}
// columns: id
MATCH (curation:Curation {undone: false})
RETURN curation.id AS id
ORDER BY curation.sequence DESC
LIMIT 1

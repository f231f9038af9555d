// Makes the id of every Curation unique.
// columns: none
CREATE CONSTRAINT unique_curation_id IF NOT EXISTS FOR (node:Curation) REQUIRE node.id IS UNIQUE

// Makes the id of every Run unique.
// columns: none
CREATE CONSTRAINT unique_run_id IF NOT EXISTS FOR (node:Run) REQUIRE node.id IS UNIQUE

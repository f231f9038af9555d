// Makes the id of every Slice unique.
// columns: none
CREATE CONSTRAINT unique_slice_id IF NOT EXISTS FOR (node:Slice) REQUIRE node.id IS UNIQUE

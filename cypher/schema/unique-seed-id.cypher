// Makes the id of every Seed unique.
// columns: none
CREATE CONSTRAINT unique_seed_id IF NOT EXISTS FOR (node:Seed) REQUIRE node.id IS UNIQUE

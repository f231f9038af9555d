// Makes the key of every Rating unique.
// columns: none
CREATE CONSTRAINT unique_rating_key IF NOT EXISTS FOR (node:Rating) REQUIRE node.key IS UNIQUE

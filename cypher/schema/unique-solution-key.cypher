// Makes the key of every Solution unique.
// columns: none
CREATE CONSTRAINT unique_solution_key IF NOT EXISTS FOR (node:Solution) REQUIRE node.key IS UNIQUE

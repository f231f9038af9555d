// Makes the key of every Combination unique.
// columns: none
CREATE CONSTRAINT unique_combination_key IF NOT EXISTS FOR (node:Combination) REQUIRE node.key IS UNIQUE

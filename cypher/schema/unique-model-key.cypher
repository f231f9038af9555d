// Makes the key of every Model unique.
// columns: none
CREATE CONSTRAINT unique_model_key IF NOT EXISTS FOR (node:Model) REQUIRE node.key IS UNIQUE

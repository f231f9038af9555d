// Makes the key of every Spend unique.
// columns: none
CREATE CONSTRAINT unique_spend_key IF NOT EXISTS FOR (node:Spend) REQUIRE node.key IS UNIQUE

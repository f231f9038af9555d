// Makes the key of every Mention unique.
// columns: none
CREATE CONSTRAINT unique_mention_key IF NOT EXISTS FOR (node:Mention) REQUIRE node.key IS UNIQUE

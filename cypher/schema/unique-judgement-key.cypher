// Makes the key of every Judgement unique.
// columns: none
CREATE CONSTRAINT unique_judgement_key IF NOT EXISTS FOR (node:Judgement) REQUIRE node.key IS UNIQUE

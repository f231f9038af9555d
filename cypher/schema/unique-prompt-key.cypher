// Makes the key of every Prompt unique.
// columns: none
CREATE CONSTRAINT unique_prompt_key IF NOT EXISTS FOR (node:Prompt) REQUIRE node.key IS UNIQUE

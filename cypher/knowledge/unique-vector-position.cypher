// Makes the position of every MentionVector unique, which also finds it quickly.
// columns: none
CREATE CONSTRAINT unique_mention_vector_position IF NOT EXISTS FOR (node:MentionVector) REQUIRE node.position IS UNIQUE

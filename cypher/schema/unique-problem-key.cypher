// Makes the key of every Problem unique.
// columns: none
CREATE CONSTRAINT unique_problem_key IF NOT EXISTS FOR (node:Problem) REQUIRE node.key IS UNIQUE

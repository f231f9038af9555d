// Makes the id of every Kprg unique.
// columns: none
CREATE CONSTRAINT unique_kprg_id IF NOT EXISTS FOR (node:Kprg) REQUIRE node.id IS UNIQUE

// Finds Mention nodes by text.
// columns: none
CREATE INDEX index_mention_text IF NOT EXISTS FOR (node:Mention) ON (node.text)

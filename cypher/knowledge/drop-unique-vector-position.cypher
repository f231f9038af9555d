// Drops the constraint on MentionVector if it is there.
// columns: none
DROP CONSTRAINT unique_mention_vector_position IF EXISTS

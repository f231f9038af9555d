// Deletes a part of mentions' vectors and says how many; none are left when it says 0.
// parameters: {}
// columns: deleted
MATCH (vector:MentionVector)
WITH vector LIMIT 10000
DELETE vector
RETURN count(*) AS deleted

// Which of these combinations have a problem.
// parameters: {keys: ['c1']}
// columns: key
UNWIND $keys AS key
MATCH (combination:Combination {key: key})
WHERE EXISTS { (combination)<-[:GENERATED_FROM]-(:Problem) }
RETURN DISTINCT key

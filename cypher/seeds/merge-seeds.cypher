// Adds seeds that are not there yet; a seed whose id is taken is left as it is.
// parameters: {rows: [{id: 's1', problem: 'p', solution: 's', answer: '1', subject: 'a', level: 'b', source: 'f', given: ['x']}]}
// columns: id, created, same
UNWIND $rows AS row
OPTIONAL MATCH (known:Seed {id: row.id})
WITH row, known IS NULL AS created, known.problem AS problem
MERGE (seed:Seed {id: row.id})
ON CREATE SET seed += row
RETURN row.id AS id, created, created OR problem = row.problem AS same

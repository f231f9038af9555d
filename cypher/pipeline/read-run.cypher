// What a run needs to go on.
// parameters: {id: 'r1'}
// columns: run
MATCH (run:Run {id: $id})
RETURN run {.id, .state, .request, .decides, .epoch, .cursor, .planned, .planComplete, .total, .term, .activeMillis, .maxCost, .maxMillis,
            .targetRows} AS run

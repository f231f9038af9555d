package dev.grip.pipeline.storage;

import dev.grip.graph.Query;

/** What kinds of rows there are, in the order in which they are written: what others refer to comes first. */
public enum RowType {
    PROBLEM("store-problems"),
    PROBLEM_VOTE("store-problem-votes"),
    PROBLEM_VERDICT("store-problem-verdicts"),
    RATING("store-ratings"),
    SOLUTION("store-solutions"),
    SOLUTION_VOTE("store-solution-votes"),
    SOLUTION_VERDICT("store-solution-verdicts"),
    /** What the calls of a slice used; of several, the latest counts. */
    SPEND("store-spends"),
    /** How far a slice is; of several, the latest counts. */
    SLICE("store-slices");

    private final String statement;

    RowType(String statement) {
        this.statement = "pipeline/" + statement;
    }

    /** The statement that stores rows of this type. */
    public Query query() {
        return Query.of(statement);
    }
}

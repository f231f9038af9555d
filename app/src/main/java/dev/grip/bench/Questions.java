package dev.grip.bench;

/** What benchmarks ask. */
final class Questions {

    /** About 4 KB, as long as a judge's prompt with a solution in it. */
    static final String LONG = "Check this solution step by step and say whether it is right. ".repeat(66);

    private Questions() {}
}

package dev.grip.pipeline.planning;

/** Where the numbers of a plan come from. */
public enum Basis {
    /** Finished parts of runs with the same configuration. */
    EARLIER_RUNS,
    /** A few combinations that were made for the plan, with earlier runs if there were any. */
    PILOT,
    /** Neither is there: assumptions that nobody has measured here. */
    ASSUMED
}

package dev.grip.pipeline.work;

/** What a call of a run is for. */
public enum Stage {
    WRITE,
    JUDGE_PROBLEM,
    RATE,
    SOLVE,
    JUDGE_SOLUTION
}

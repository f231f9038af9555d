package dev.grip.pipeline.runs;

/** The right of this process to coordinate a run; what an older {@code term} writes is refused. */
record RunLease(String run, String owner, long term) {}

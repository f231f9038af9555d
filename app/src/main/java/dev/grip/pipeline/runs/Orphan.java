package dev.grip.pipeline.runs;

/** A run that was left in this state by {@code owner}, a process that is gone. */
public record Orphan(String run, RunState state, String owner) {}

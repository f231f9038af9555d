package dev.grip.pipeline.runs;

/**
 * How runs are carried out, without any effect on what they make: combinations a slice, how many may be planned ahead of the work,
 * and what a change of the graph does.
 */
public record RunSettings(int slice, int planAhead, GraphChange onGraphChange) {}

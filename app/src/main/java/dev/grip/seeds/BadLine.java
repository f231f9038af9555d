package dev.grip.seeds;

/** A line of a seed file that was not taken, numbered from 1, and why. */
public record BadLine(long line, String reason) {}

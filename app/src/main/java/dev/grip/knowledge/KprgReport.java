package dev.grip.knowledge;

/** The KPRG after a build: its size, its epoch and whether the build changed anything. */
public record KprgReport(long nodes, long edges, long epoch, boolean changed) {}

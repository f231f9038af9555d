package dev.grip.pipeline;

/** One thing {@code grip doctor} looked at: what, whether it works, what was found, and what to do (empty when fine). */
public record Check(String subject, boolean ok, String found, String advice) {}

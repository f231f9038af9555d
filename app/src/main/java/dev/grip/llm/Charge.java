package dev.grip.llm;

/**
 * What one ended call of {@code model} for {@code stage} (a prompt's name) used. {@code nanos} are those that its requests were out,
 * repeats included, and without any wait for room at a server.
 */
public record Charge(String stage, String model, Usage usage, long nanos) {}

package dev.grip.llm;

/** What one ended call of {@code model} for {@code stage} (a prompt's name) used, and where its time went, repeats included. */
public record Charge(String stage, String model, Usage usage, CallTime time) {}

package dev.grip.llm;

import java.net.URI;

/**
 * A served model: {@code name} as the server knows it, {@code url} up to and including {@code /v1}, {@code weight} of a
 * judge's score (1.0 for other roles), {@code rehearsal} true when its answers are simulated.
 */
public record ServedModel(String role, String name, URI url, double weight, boolean rehearsal) {}

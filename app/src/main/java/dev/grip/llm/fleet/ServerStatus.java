package dev.grip.llm.fleet;

import java.net.URI;

/**
 * How one server is doing: sequences that are {@code out} to it and how many may be, and whether calls are sent there;
 * {@code reason} says why not and is empty otherwise. {@code measured} is whether its metrics can be read.
 */
public record ServerStatus(
        URI url, String model, int out, int limit, boolean usable, boolean measured, String reason) {}

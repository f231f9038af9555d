package dev.grip.llm.fleet;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * How one server is doing: sequences that are {@code out} to it and how many may be, and whether calls are sent there;
 * {@code reason} says why not and is empty otherwise. {@code measured} is whether its metrics can be read; {@code load} is what
 * they say, null when they were not read lately, as when nothing is out.
 */
public record ServerStatus(
        URI url,
        String model,
        ServerFacts facts,
        int out,
        int limit,
        ServerState state,
        boolean measured,
        @Nullable ServerLoad load,
        String reason) {

    /** Whether calls are sent there. */
    public boolean usable() {
        return state == ServerState.READY;
    }
}

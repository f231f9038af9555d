package dev.grip.llm.fleet;

import java.time.Duration;

/** What a server answered: status, body as far as it was read, and the headers that matter; empty text for an absent one. */
record Reply(int status, String body, String location, Duration retryAfter) {

    boolean ok() {
        return status / 100 == 2;
    }
}

package dev.grip.llm.http;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** What a server answered: status, body as far as it was read, and the headers that matter; empty text for an absent one. */
public final class Reply {

    private final int status;
    private final byte[] bytes;
    private final String location;
    private final Duration retryAfter;

    Reply(int status, byte[] bytes, String location, Duration retryAfter) {
        this.status = status;
        this.bytes = bytes;
        this.location = location;
        this.retryAfter = retryAfter;
    }

    /** A reply without headers, such as one that came inside a stream. */
    public static Reply of(int status, String body) {
        return new Reply(status, body.getBytes(StandardCharsets.UTF_8), "", Duration.ZERO);
    }

    public int status() {
        return status;
    }

    public boolean ok() {
        return status / 100 == 2;
    }

    /** The body as it came; not a copy. */
    public byte[] bytes() {
        return bytes;
    }

    public String body() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    public String location() {
        return location;
    }

    /** The wait that was asked for; zero if none was. */
    public Duration retryAfter() {
        return retryAfter;
    }
}

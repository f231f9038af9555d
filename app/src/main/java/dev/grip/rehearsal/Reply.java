package dev.grip.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grip.rehearsal.wire.Response;

/** What an endpoint makes of a request: an answer at once, or one that the engine works on. */
sealed interface Reply {

    /** An answer at once. */
    record Whole(Response response) implements Reply {}

    /** An answer that takes the engine's time. */
    record Generated(Work work) implements Reply {}

    static Reply ok(JsonNode body) {
        return new Whole(Response.json(200, WireJson.bytes(body)));
    }

    static Reply empty() {
        return new Whole(Response.empty(200));
    }
}

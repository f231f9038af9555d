package dev.grip.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.List;

/** What goes back over the wire. */
sealed interface Reply {

    /** A whole body; empty for endpoints that only have a status. */
    record Whole(HttpResponseStatus status, String body) implements Reply {}

    /** Server-sent events, each the text after {@code data: }. */
    record Events(List<String> data) implements Reply {}

    static Reply json(HttpResponseStatus status, JsonNode body) {
        return new Whole(status, WireJson.text(body));
    }

    static Reply ok(JsonNode body) {
        return json(HttpResponseStatus.OK, body);
    }

    static Reply empty() {
        return new Whole(HttpResponseStatus.OK, "");
    }
}

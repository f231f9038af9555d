package dev.grip.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Server-sent events as a reader of a body sees them. */
final class Sse {

    private static final String DATA = "data: ";

    private Sse() {}

    /** The events that are JSON, in order. */
    static List<JsonNode> events(String body) {
        return body.lines()
                .filter(line -> line.startsWith(DATA + "{"))
                .map(line -> Client.json(line.substring(DATA.length())))
                .toList();
    }

    /** One field of all deltas, joined. */
    static String joined(String body, String field) {
        StringBuilder text = new StringBuilder();
        events(body)
                .forEach(event ->
                        text.append(event.at("/choices/0/delta/" + field).asText("")));
        return text.toString();
    }
}

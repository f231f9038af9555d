package dev.grip.rehearsal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/** The journal as JSON: its counts, and the latest requests, oldest first. */
final class JournalJson {

    private static final int USUAL_LIMIT = 100;

    private JournalJson() {}

    /** With the query's {@code id} only requests that carried it; with {@code limit} so many instead of 100. */
    static ObjectNode of(Journal journal, Call call) {
        String id = call.http().parameter("id");
        List<Journal.ReceivedRequest> requests = journal.requests().stream()
                .filter(request -> id.isEmpty() || request.id().equals(id))
                .toList();
        ObjectNode body = WireJson.object()
                .put("count", id.isEmpty() ? journal.count() : requests.size())
                .put("cancelled", journal.cancelled())
                .put("most-at-once", journal.mostAtOnce())
                .put("most-connections", journal.mostConnections());
        journal.faults().forEach(body.putObject("faults")::put);
        ArrayNode list = body.putArray("requests");
        int limit = limit(call.http().parameter("limit"));
        requests.stream().skip(Math.max(0, requests.size() - limit)).forEach(request -> put(list.addObject(), request));
        return body;
    }

    private static int limit(String text) {
        if (text.isEmpty()) {
            return USUAL_LIMIT;
        }
        if (!text.matches("\\d{1,9}")) {
            throw WireException.badRequest("limit is '" + text + "'; it must be a whole number", "limit");
        }
        return Integer.parseInt(text);
    }

    private static void put(ObjectNode one, Journal.ReceivedRequest request) {
        one.put("id", request.id())
                .put("method", request.method())
                .put("path", request.path())
                .put("arrived", request.arrived().toString())
                .put("end", request.end().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .put("status", request.status())
                .put("fault", request.fault())
                .put("body", request.body());
    }
}

package dev.grip.rehearsal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grip.rehearsal.wire.Event;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What every part of an answer begins with. */
record Heading(String id, String model, long created) {

    static Heading of(String prefix, String requestId, String model) {
        return new Heading(prefix + requestId, model, Instant.now().getEpochSecond());
    }

    ObjectNode of(String object) {
        return WireJson.object()
                .put("id", id)
                .put("object", object)
                .put("created", created)
                .put("model", model);
    }

    /** An event with text, and the tokens so far if the stream is to tell. */
    Event chunk(String object, ObjectNode choice, @Nullable Usage usage) {
        ObjectNode body = of(object).put("system_fingerprint", ChatCompletions.MARK);
        body.putArray("choices").add(choice);
        if (usage != null) {
            body.set("usage", usage.json());
        }
        return new Event(Event.Kind.TEXT, WireJson.text(body));
    }

    /** An event about one choice. */
    Event chunk(String object, Event.Kind kind, ObjectNode choice) {
        ObjectNode body = of(object).put("system_fingerprint", ChatCompletions.MARK);
        body.putArray("choices").add(choice);
        return new Event(kind, WireJson.text(body));
    }

    /** The event about no choice. */
    Event usage(String object, Usage usage) {
        ObjectNode body = of(object).put("system_fingerprint", ChatCompletions.MARK);
        body.putArray("choices");
        body.set("usage", usage.json());
        return new Event(Event.Kind.USAGE, WireJson.text(body));
    }
}

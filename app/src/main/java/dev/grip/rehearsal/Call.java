package dev.grip.rehearsal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grip.rehearsal.faults.Match;
import dev.grip.rehearsal.wire.HttpCall;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** One request as endpoints and faults look at it; its body is read once, when somebody asks. Not thread-safe. */
final class Call implements Match.Asked {

    private final HttpCall http;
    private @Nullable ObjectNode json;

    Call(HttpCall http) {
        this.http = http;
    }

    HttpCall http() {
        return http;
    }

    String id() {
        return http.id();
    }

    boolean is(String method) {
        return http.method().equals(method);
    }

    /** The body as an object; anything else is refused. */
    ObjectNode json() {
        ObjectNode read = json;
        if (read == null) {
            read = WireJson.parse(http.body());
            json = read;
        }
        return read;
    }

    @Override
    public boolean post() {
        return is("POST");
    }

    @Override
    public String path() {
        return http.path();
    }

    @Override
    public String requestId() {
        return http.givenId();
    }

    @Override
    public String model() {
        try {
            return json().path("model").asText("");
        } catch (WireException noJson) {
            return "";
        }
    }

    @Override
    public String body() {
        return new String(http.body(), StandardCharsets.UTF_8);
    }
}

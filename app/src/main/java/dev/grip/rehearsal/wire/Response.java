package dev.grip.rehearsal.wire;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A whole answer: status, kind of content, further headers and body. */
public final class Response {

    private final int status;
    private final String contentType;
    private final Map<String, String> headers;
    private final byte[] body;

    private Response(int status, String contentType, Map<String, String> headers, byte[] body) {
        this.status = status;
        this.contentType = contentType;
        this.headers = Map.copyOf(headers);
        this.body = body;
    }

    public static Response json(int status, byte[] body) {
        return new Response(status, "application/json", Map.of(), body);
    }

    public static Response text(int status, String contentType, String body) {
        return new Response(status, contentType, Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }

    /** A status alone. */
    public static Response empty(int status) {
        return new Response(status, "", Map.of(), new byte[0]);
    }

    public Response with(String header, String value) {
        return new Response(status, contentType, Map.of(header, value), body);
    }

    public Response withBody(byte[] other) {
        return new Response(status, contentType, headers, other);
    }

    public int status() {
        return status;
    }

    String contentType() {
        return contentType;
    }

    Map<String, String> headers() {
        return headers;
    }

    /** The bytes themselves, not to be changed. */
    public byte[] body() {
        return body;
    }
}

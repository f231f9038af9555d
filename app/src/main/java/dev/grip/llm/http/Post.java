package dev.grip.llm.http;

/** A JSON request to send once: {@code path} below the server's url, the body, and the {@code X-Request-Id}. */
public record Post(String path, JsonBody body, String requestId, Deadlines deadlines) {}

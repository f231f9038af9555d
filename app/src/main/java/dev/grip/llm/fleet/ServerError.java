package dev.grip.llm.fleet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/**
 * The error a server reported, in whichever shape: {@code {"error": {...}}}, the older flat object, {@code {"error":
 * "Unauthorized"}}, or something else entirely, such as a proxy's page, kept as a snippet.
 */
record ServerError(String message, String param, String code) {

    private static final int SNIPPET = 300;

    static ServerError read(String body) {
        JsonNode root = parse(body);
        JsonNode error = root.path("error");
        if (error.isTextual()) {
            return new ServerError(snippet(error.asText()), "", "");
        }
        JsonNode fields = error.isObject() ? error : root;
        String message = fields.path("message").asText(fields.path("detail").asText(""));
        return new ServerError(
                snippet(message.isBlank() ? body : message),
                fields.path("param").asText(""),
                fields.path("code").asText(""));
    }

    /** Whether prompt and output together do not fit the model, in any of the wordings servers use. */
    boolean aboutContextLength() {
        String text = message.toLowerCase(Locale.ROOT);
        return param.equals("input_tokens")
                || code.equals("context_length_exceeded")
                || text.contains("context length")
                || text.contains("context_length")
                || text.contains("context window")
                || text.contains("maximum model length");
    }

    private static JsonNode parse(String body) {
        try {
            return Json.MAPPER.readTree(body);
        } catch (JsonProcessingException e) {
            return Json.MAPPER.missingNode();
        }
    }

    /** The start of a text on one line. */
    static String snippet(String text) {
        String start = text.length() > 4 * SNIPPET ? text.substring(0, 4 * SNIPPET) : text;
        String line = start.replaceAll("\\s+", " ").strip();
        if (line.isEmpty()) {
            return "no message";
        }
        return line.length() > SNIPPET ? line.substring(0, SNIPPET) + "…" : line;
    }
}

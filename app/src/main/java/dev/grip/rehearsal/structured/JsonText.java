package dev.grip.rehearsal.structured;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;

/** Texts that may be JSON. */
final class JsonText {

    private static final ObjectReader READER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .reader();

    private JsonText() {}

    /** The JSON object or list that a text is as a whole, if it is one. */
    static Optional<JsonNode> read(String text) {
        String body = text.strip();
        if (!body.startsWith("{") && !body.startsWith("[")) {
            return Optional.empty();
        }
        return parse(body);
    }

    static Optional<JsonNode> parse(String text) {
        try {
            return Optional.of(READER.readTree(text)).filter(node -> !node.isMissingNode());
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}

package dev.grip.llm.prompts;

import dev.grip.llm.ChatMessage;
import dev.grip.llm.Sampling;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What produced a text: model, prompt, sampling and seed; {@code rehearsal} when the model is simulated. {@code request} is the key of
 * the question, with which the call's {@code X-Request-Id} begins; null when no question is known.
 */
public record Origin(
        String model,
        String prompt,
        int promptVersion,
        String promptHash,
        Sampling sampling,
        long seed,
        boolean rehearsal,
        @Nullable String request) {

    /** What {@link #properties} made these properties from; others are passed over. */
    public static Origin of(Map<String, Object> properties) {
        return new Origin(
                text(properties, "model"),
                text(properties, "prompt"),
                number(properties, "promptVersion").intValue(),
                text(properties, "promptHash"),
                new Sampling(
                        number(properties, "temperature").doubleValue(),
                        number(properties, "topP").doubleValue(),
                        number(properties, "maxTokens").intValue()),
                number(properties, "samplingSeed").longValue(),
                Boolean.TRUE.equals(properties.get("rehearsal")),
                properties.get("request") instanceof String request ? request : null);
    }

    private static String text(Map<String, Object> properties, String name) {
        return (String) required(properties, name);
    }

    private static Number number(Map<String, Object> properties, String name) {
        return (Number) required(properties, name);
    }

    private static Object required(Map<String, Object> properties, String name) {
        return Objects.requireNonNull(properties.get(name), () -> "a record of a model's answer has no " + name);
    }

    /** Whether these messages are the question, as far as its key tells; never when it has none. */
    public boolean asked(List<ChatMessage> messages) {
        return RequestKey.of(model, messages, sampling, seed, null).equals(request);
    }

    Origin answering(String question) {
        return new Origin(model, prompt, promptVersion, promptHash, sampling, seed, rehearsal, question);
    }

    /** As flat properties of a node or relationship. */
    public Map<String, Object> properties() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("model", model);
        properties.put("prompt", prompt);
        properties.put("promptVersion", promptVersion);
        properties.put("promptHash", promptHash);
        properties.put("temperature", sampling.temperature());
        properties.put("topP", sampling.topP());
        properties.put("maxTokens", sampling.maxTokens());
        properties.put("samplingSeed", seed);
        properties.put("rehearsal", rehearsal);
        if (request != null) {
            properties.put("request", request);
        }
        return properties;
    }
}

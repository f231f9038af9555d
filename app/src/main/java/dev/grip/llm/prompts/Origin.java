package dev.grip.llm.prompts;

import dev.grip.llm.Sampling;
import java.util.LinkedHashMap;
import java.util.Map;

/** What produced a text: model, prompt, sampling and seed; {@code rehearsal} when the model is simulated. */
public record Origin(
        String model,
        String prompt,
        int promptVersion,
        String promptHash,
        Sampling sampling,
        long seed,
        boolean rehearsal) {

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
        return properties;
    }
}

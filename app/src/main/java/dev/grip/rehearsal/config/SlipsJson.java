package dev.grip.rehearsal.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grip.rehearsal.content.JudgeSlip;
import dev.grip.rehearsal.content.JudgeSlips;

/** How often a model spoils its verdicts: {@code none}, {@code some}, or a rate for each kind of slip. */
final class SlipsJson {

    private SlipsJson() {}

    static JudgeSlips read(JsonNode given, String path) {
        try {
            if (given.isTextual()) {
                return JudgeSlips.named(given.asText());
            }
            RecordJson.requireObject(given, path);
            JudgeSlips slips = JudgeSlips.NONE;
            for (var rate : given.properties()) {
                String at = RecordJson.below(path, rate.getKey());
                var slip = (JudgeSlip)
                        Values.read(JudgeSlip.class, JsonNodeFactory.instance.textNode(rate.getKey()), path);
                slips = slips.with(slip, (double) Values.read(double.class, rate.getValue(), at));
            }
            return slips;
        } catch (IllegalArgumentException e) {
            throw new ConfigException(path + ": " + e.getMessage());
        }
    }

    static JsonNode write(JudgeSlips slips) {
        ObjectNode rates = JsonNodeFactory.instance.objectNode();
        slips.rates().forEach((slip, rate) -> rates.put(Words.of(slip), rate));
        return rates;
    }
}

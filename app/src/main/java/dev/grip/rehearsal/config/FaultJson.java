package dev.grip.rehearsal.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grip.rehearsal.faults.Effect;
import dev.grip.rehearsal.faults.Fault;
import dev.grip.rehearsal.faults.Match;
import dev.grip.rehearsal.faults.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Faults as JSON: {@code kind}, the keys of that kind, and the sections {@code trigger} and {@code match}. In a header only
 * the kind and its keys: {@code status; status=503; shape=flat}.
 */
public final class FaultJson {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Effect> KINDS = kinds();

    private FaultJson() {}

    private static Map<String, Effect> kinds() {
        Map<String, Effect> kinds = new TreeMap<>();
        Effect.USUAL.forEach(effect -> kinds.put(kind(effect), effect));
        return kinds;
    }

    /** The word for what a fault does, such as {@code engine-dead}. */
    public static String kind(Effect effect) {
        return Words.of(effect.getClass().getSimpleName());
    }

    /** All such words. */
    public static List<String> allKinds() {
        return List.copyOf(KINDS.keySet());
    }

    /** The effect that a header asks for. */
    public static Effect ofHeader(String header) {
        String[] parts = header.split(";", -1);
        ObjectNode keys = JsonNodeFactory.instance.objectNode();
        for (int i = 1; i < parts.length; i++) {
            String[] pair = parts[i].split("=", 2);
            keys.set(pair[0].strip(), value(pair.length < 2 ? "true" : pair[1].strip()));
        }
        return effect(parts[0].strip(), keys, "");
    }

    /** The effect of an object with {@code kind} and the keys of that kind. */
    public static Effect effect(JsonNode given) {
        RecordJson.requireObject(given, "");
        ObjectNode keys = given.deepCopy();
        keys.remove("kind");
        return effect(given.path("kind").asText(""), keys, "");
    }

    private static JsonNode value(String text) {
        try {
            JsonNode node = JSON.readTree(text);
            return node.isNumber() || node.isBoolean() ? node : JsonNodeFactory.instance.textNode(text);
        } catch (JsonProcessingException plainText) {
            return JsonNodeFactory.instance.textNode(text);
        }
    }

    static Fault read(JsonNode given, String path) {
        RecordJson.requireObject(given, path);
        ObjectNode keys = given.deepCopy();
        String kind = keys.path("kind").asText("");
        JsonNode trigger = section(keys, "trigger");
        JsonNode match = section(keys, "match");
        keys.remove("kind");
        return new Fault(
                effect(kind, keys, path),
                RecordJson.change(Trigger.ALWAYS, trigger, RecordJson.below(path, "trigger")),
                RecordJson.change(Match.ANY_CALL, match, RecordJson.below(path, "match")));
    }

    private static JsonNode section(ObjectNode keys, String name) {
        JsonNode section = keys.remove(name);
        return section == null || section.isNull() ? JsonNodeFactory.instance.objectNode() : section;
    }

    private static Effect effect(String kind, ObjectNode keys, String path) {
        Effect usual = KINDS.get(kind);
        if (usual == null) {
            throw new ConfigException((path.isEmpty() ? "kind" : path + ".kind") + " is '" + kind
                    + "'; it must be one of " + String.join(", ", KINDS.keySet()));
        }
        List<String> known = new ArrayList<>(RecordJson.keys(usual.getClass()));
        known.addAll(List.of("kind", "match", "trigger"));
        keys.fieldNames().forEachRemaining(key -> {
            if (!known.contains(key)) {
                throw RecordJson.unknown(path, key, known);
            }
        });
        return (Effect) RecordJson.change((Record) usual, keys, path);
    }

    static ObjectNode write(Fault fault) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("kind", kind(fault.effect()));
        node.setAll(RecordJson.write((Record) fault.effect()));
        node.set("trigger", RecordJson.write(fault.trigger()));
        node.set("match", RecordJson.write(fault.match()));
        return node;
    }
}

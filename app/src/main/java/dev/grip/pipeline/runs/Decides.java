package dev.grip.pipeline.runs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The configuration that decides what a run makes, besides its request and the graph, as readable keys and values: numbers of the
 * profile, models by role, prompts. Addresses, timeouts and numbers at once are not in it, because they change no result.
 */
public record Decides(SortedMap<String, String> values) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public Decides(Map<String, String> values) {
        this(new TreeMap<>(values));
    }

    /** One line for each key that has another value in {@code now}. */
    List<String> differences(Decides now) {
        TreeSet<String> keys = new TreeSet<>(values.keySet());
        keys.addAll(now.values.keySet());
        List<String> differences = new ArrayList<>();
        for (String key : keys) {
            String before = values.getOrDefault(key, "nothing");
            String after = now.values.getOrDefault(key, "nothing");
            if (!before.equals(after)) {
                differences.add(key + " was " + before + " and is " + after);
            }
        }
        return differences;
    }

    String json() {
        try {
            return JSON.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static Decides ofJson(String json) {
        try {
            return new Decides(JSON.readValue(json, new TypeReference<TreeMap<String, String>>() {}));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The kept configuration cannot be read: " + json, e);
        }
    }
}

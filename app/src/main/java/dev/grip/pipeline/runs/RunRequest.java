package dev.grip.pipeline.runs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.grip.combinations.CombinationSpec;
import dev.grip.combinations.NamedSelection;
import dev.grip.combinations.NamedSelections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which combinations a run makes problems from: either a {@code spec}, or {@code cypher}, a read-only query that returns
 * {@code knowledgePoints} (nodes, ids or names), with its {@code parameters} and at most {@code limit} rows. {@code selection} is the
 * name of the query if it has one.
 */
public record RunRequest(
        @Nullable CombinationSpec spec,
        @Nullable String cypher,
        Map<String, Object> parameters,
        @Nullable Integer limit,
        @Nullable String selection) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public RunRequest {
        if ((spec == null) == (cypher == null)) {
            throw new IllegalArgumentException("A run takes either kinds or cypher: give exactly one of them");
        }
        if (limit != null && limit < 1) {
            throw new IllegalArgumentException("limit is " + limit + "; it must be at least 1");
        }
        parameters = Map.copyOf(parameters);
    }

    /** This request for at most so many combinations. */
    public RunRequest atMost(int rows) {
        int fewer = limit == null ? rows : Math.min(rows, limit);
        return new RunRequest(spec == null ? null : spec.withLimit(fewer), cypher, parameters, fewer, selection);
    }

    public static RunRequest of(CombinationSpec spec) {
        return new RunRequest(spec, null, Map.of(), spec.limit(), null);
    }

    public static RunRequest ofCypher(String cypher, Map<String, Object> parameters, @Nullable Integer limit) {
        return new RunRequest(null, cypher, parameters, limit, null);
    }

    /**
     * The query of this name as it is now, with parameters over its defaults; a {@code limit} is also its parameter of that name, unless
     * that is given. Throws IllegalArgumentException when there is no such query or parameter.
     */
    public static RunRequest ofSelection(String name, Map<String, Object> parameters, @Nullable Integer limit) {
        NamedSelection selection = NamedSelections.of(name);
        Map<String, Object> given = new LinkedHashMap<>(parameters);
        if (limit != null && selection.parameters().containsKey("limit")) {
            given.putIfAbsent("limit", limit);
        }
        return new RunRequest(null, selection.cypher(), selection.with(given), limit, name);
    }

    /** The same text for the same request. */
    String json() {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("spec", spec);
        fields.put("cypher", cypher);
        fields.put("parameters", new TreeMap<>(parameters));
        fields.put("limit", limit);
        if (selection != null) {
            fields.put("selection", selection);
        }
        try {
            return JSON.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The request cannot be kept: " + e.getOriginalMessage(), e);
        }
    }

    static RunRequest ofJson(String json) {
        try {
            return JSON.readValue(json, RunRequest.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The kept request cannot be read: " + json, e);
        }
    }
}

package dev.grip.combinations;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.grip.graph.Query;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The named selections that come with the program, {@code /cypher/selections} on the class path. */
public final class NamedSelections {

    /** In the order in which people see them. */
    static final List<String> NAMES = List.of(
            "strongest-novel-pairs",
            "pairs-across-subjects",
            "uncovered-knowledge-points",
            "pairs-inside-communities",
            "pairs-across-communities",
            "three-hop-from-core",
            "cliques-around",
            "best-yield-pairs",
            "failing-knowledge-points",
            "similar-but-never-together",
            "barren-seeds",
            "random-sample",
            "least-covered-community");

    private static final YAMLMapper YAML = new YAMLMapper();

    private NamedSelections() {}

    public static List<NamedSelection> all() {
        return NAMES.stream().map(NamedSelections::load).toList();
    }

    /** Throws IllegalArgumentException that lists the names there are. */
    public static NamedSelection of(String name) {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException(
                    "There is no selection '" + name + "'; there are " + String.join(", ", NAMES));
        }
        return load(name);
    }

    private static NamedSelection load(String name) {
        String text = Query.of("selections/" + name).text();
        List<String> purpose = new ArrayList<>();
        Map<String, Object> parameters = Map.of();
        List<String> columns = List.of();
        for (String line : text.lines().takeWhile(l -> l.startsWith("//")).toList()) {
            String content = line.substring(2).strip();
            if (content.startsWith("parameters:")) {
                parameters = parameters(content.substring("parameters:".length()));
            } else if (content.startsWith("columns:")) {
                columns = Arrays.stream(content.substring("columns:".length()).split(","))
                        .map(String::strip)
                        .toList();
            } else {
                purpose.add(content);
            }
        }
        return new NamedSelection(name, String.join(" ", purpose), parameters, columns, text);
    }

    /** A map of plain values is written the same way in Cypher and in YAML. */
    private static Map<String, Object> parameters(String literal) {
        try {
            return YAML.readValue(literal, new TypeReference<Map<String, Object>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Parameters " + literal + " are not a map", e);
        }
    }
}

package dev.grip.pipeline;

import dev.grip.embedded.EmbeddedNeo4j;
import dev.grip.graph.Neo4jExtension;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Opens GRIP on the shared Neo4j of the tests, with rehearsal models unless overrides configure others. */
public final class TestGrip {

    private TestGrip() {}

    /** {@code overrides} are dotted setting keys. */
    public static Grip open(Neo4jExtension neo4j, Path data, Map<String, String> overrides) {
        return Grip.open(settings(neo4j, data, overrides));
    }

    public static Settings settings(Neo4jExtension neo4j, Path data, Map<String, String> overrides) {
        return settings(neo4j.embedded(), data, overrides);
    }

    static Settings settings(EmbeddedNeo4j neo4j, Path data, Map<String, String> overrides) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("data", data.toString());
        all.put("neo4j.uri", neo4j.boltUri().toString());
        all.put("neo4j.username", neo4j.username());
        all.put("neo4j.password", neo4j.password());
        all.putAll(overrides);
        return SettingsLoader.load(null, Map.of(), all);
    }

    /** Imports the demo's seed files as the demo does. */
    public static void importDemoSeeds(Grip grip) throws IOException {
        for (String file : new String[] {"seed_gsm8k_200.jsonl", "labelled_gsm8k_100.jsonl"}) {
            try (InputStream lines = Objects.requireNonNull(TestGrip.class.getResourceAsStream("/demo/" + file))) {
                grip.importSeeds(lines, file, false);
            }
        }
    }
}

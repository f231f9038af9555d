package dev.grip.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.grip.graph.Neo4jExtension;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole benchmark on graphs so small that speed means nothing: everything is measured and every rival finds the same numbers. */
final class BenchCommandTests {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path work;

    @Test
    void everythingIsMeasuredAndAllAgree() throws IOException {
        var console = new Console();

        assertThat(run(console, "--scale", "0.02", "--json"))
                .as(console.out() + console.err())
                .isZero();

        Map<String, JsonNode> found = lines(console.out());
        assertThat(found.keySet())
                .contains(
                        "0.02x knowledge points",
                        "0.02x projection loaded",
                        "0.02x projection size",
                        "0.02x census of all kinds",
                        "0.02x first sample",
                        "0.02x next sample",
                        "0.02x first block after a seek",
                        "0.02x blocks over Bolt",
                        "0.02x rows over Bolt",
                        "0.02x TWO_HOP beside Cypher",
                        "0.02x TWO_HOP beside APOC",
                        "0.02x TWO_HOP beside GDS",
                        "0.02x triangles beside Cypher",
                        "0.02x triangles beside APOC",
                        "0.02x triangles beside GDS")
                .noneMatch(metric -> metric.contains("WRONG") || metric.contains(" by "));
        assertThat(found.values()).allSatisfy(line -> {
            assertThat(line.fieldNames())
                    .toIterable()
                    .containsExactly("metric", "value", "unit", "baseline", "ratio", "target", "met", "note");
            assertThat(line.get("target").isNull())
                    .as("no target at this size: " + line)
                    .isTrue();
        });
    }

    @Test
    void rivalsCanBeLeftOutAndTheTableIsForPeople() {
        var console = new Console();

        assertThat(run(console, "--scale", "0.02", "--skip", "cypher,apoc,gds")).isZero();

        assertThat(console.out())
                .startsWith("Benchmark of the KPRG procedures")
                .contains("0.02x TWO_HOP listed")
                .doesNotContain("beside Cypher", "beside APOC", "beside GDS")
                .endsWith("0 with a target: 0 met, 0 missed\n");
        assertThat(console.err()).contains("Measuring 0.02x: 150 seeds, 120 knowledge points");
    }

    private int run(Console console, String... options) {
        var arguments = new ArrayList<>(List.of("bench", "graph"));
        arguments.addAll(List.of(options));
        arguments.addAll(List.of(
                "--data",
                work.toString(),
                "-D",
                "neo4j.home=" + Neo4jExtension.home().toAbsolutePath()));
        return console.run(arguments.toArray(String[]::new));
    }

    private static Map<String, JsonNode> lines(String text) throws IOException {
        Map<String, JsonNode> lines = new LinkedHashMap<>();
        for (String line : text.lines().toList()) {
            JsonNode node = JSON.readTree(line);
            lines.put(node.get("metric").asText(), node);
        }
        return lines;
    }
}

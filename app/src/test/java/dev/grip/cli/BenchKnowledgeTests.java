package dev.grip.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.grip.graph.Neo4jExtension;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The benchmark of near pairs on few mentions: what it says, not how fast it is. */
final class BenchKnowledgeTests {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path work;

    @Test
    void everyFigureIsALineForMachines() throws JsonProcessingException {
        var console = new Console();

        int exit = run(console, "--mentions", "1500", "--naive", "300", "--indexed", "600", "--json");

        assertThat(exit).as(console.out() + console.err()).isZero();
        List<JsonNode> lines = new ArrayList<>();
        for (String line : console.out().lines().toList()) {
            lines.add(new ObjectMapper().readTree(line));
        }
        assertThat(lines)
                .extracting(line -> line.get("metric").asText())
                .containsExactly(
                        "all pairs of 1,500 mentions",
                        "CPU of it",
                        "heap at its peak",
                        "pairs above 0.70",
                        "beside a naive double loop",
                        "vector index, 600 mentions",
                        "recall of the vector index");
        assertThat(lines).allSatisfy(line -> {
            assertThat(line.fieldNames())
                    .toIterable()
                    .containsExactly("metric", "value", "unit", "baseline", "ratio", "target", "met", "note");
            assertThat(line.get("value").asDouble()).isPositive();
            assertThat(line.get("met").isNull())
                    .as("few mentions are not judged")
                    .isTrue();
        });
        double share = lines.get(3).get("value").asDouble() / (1500 * 1499 / 2.0);
        assertThat(share).isBetween(0.015, 0.04);
        assertThat(lines.get(4).get("note").asText()).contains("measured on 300 mentions and scaled by pairs");
        assertThat(lines.get(6).get("value").asDouble()).isBetween(0.8, 1.0);
    }

    @Test
    void theTableIsForPeopleAndTheIndexCanBeLeftOut() {
        var console = new Console();

        assertThat(run(console, "--mentions", "700", "--naive", "700", "--indexed", "0"))
                .isZero();

        assertThat(console.out())
                .startsWith("Benchmark of the knowledge base")
                .contains("all pairs of 700 mentions", "% of all")
                .doesNotContain("vector index", "scaled by pairs");
        assertThat(console.err()).contains("Comparing 700 mentions, all with all ...");
    }

    @Test
    void tooFewMentionsAreRefused() {
        var console = new Console();

        assertThat(run(console, "--mentions", "1")).isEqualTo(ExitCode.USAGE);
        assertThat(console.err()).contains("--mentions is 1; it must be 2 or more");
    }

    private int run(Console console, String... options) {
        var arguments = new ArrayList<>(List.of("bench", "knowledge"));
        arguments.addAll(List.of(options));
        arguments.addAll(List.of(
                "--data",
                work.toString(),
                "-D",
                "neo4j.home=" + Neo4jExtension.home().toAbsolutePath()));
        return console.run(arguments.toArray(String[]::new));
    }
}

package dev.grip.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The parts of the model client's benchmark whose figures do not depend on how busy the machine is. */
final class BenchModelsTests {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path work;

    @Test
    void aKilledServerCostsNoCallAndNoneIsReceivedTwice() throws IOException {
        var console = new Console();

        assertThat(run(console, "--only", "replicas", "--json"))
                .as(console.out() + console.err())
                .isZero();

        List<JsonNode> lines = console.out().lines().map(BenchModelsTests::json).toList();
        assertThat(lines)
                .extracting(line -> line.get("metric").asText())
                .containsExactly("back to 2/3 after 1 of 3 is killed", "calls lost", "requests received twice");
        assertThat(lines.get(1).get("value").asLong()).isZero();
        assertThat(lines.get(2).get("value").asLong()).isZero();
        assertThat(lines).allSatisfy(line -> assertThat(line.fieldNames())
                .toIterable()
                .containsExactly("metric", "value", "unit", "baseline", "ratio", "target", "met", "note"));
    }

    @Test
    void theTableIsForPeopleAndSaysWhichThreadsWait() {
        var console = new Console();

        assertThat(run(console, "--only", "memory")).isZero();

        assertThat(console.out())
                .startsWith("Benchmark of the model client")
                .contains("heap, 4,096 calls in flight", "<= 512", " threads, Java ")
                .endsWith("1 with a target: 1 met, 0 missed\n");
        assertThat(console.err()).contains("Opening 4,096 calls ...");
    }

    @Test
    void anUnknownPartIsRefusedWithTheOnesThereAre() {
        var console = new Console();
        assertThat(run(console, "--only", "everything")).isEqualTo(ExitCode.USAGE);
        assertThat(console.err()).contains("everything", "SATURATION", "MEMORY");
    }

    private int run(Console console, String... options) {
        var arguments = new java.util.ArrayList<>(List.of("bench", "models"));
        arguments.addAll(List.of(options));
        arguments.addAll(List.of("--data", work.toString()));
        return console.run(arguments.toArray(String[]::new));
    }

    private static JsonNode json(String line) {
        try {
            return new ObjectMapper().readTree(line);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(line, e);
        }
    }
}

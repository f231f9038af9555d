package dev.grip.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.grip.graph.Neo4jExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** From a file of seeds to the graph in one command, with simulated models. */
@SuppressWarnings("NullAway.Init")
class BuildCommandTests {

    @RegisterExtension
    static final Neo4jExtension NEO4J = new Neo4jExtension();

    @TempDir
    private Path work;

    @BeforeEach
    void wipe() {
        NEO4J.wipe();
    }

    @Test
    void aFileOfSeedsBecomesAGraphAndASecondTimeNothingIsDoneAgain() throws IOException {
        Path seeds = seeds(40);
        JsonNode first = json(seeds);
        assertThat(first.at("/imports/0/added").asInt()).isEqualTo(40);
        assertThat(first.at("/extraction/seeds").asInt()).isEqualTo(40);
        assertThat(first.at("/kprg/edges").asInt()).isPositive();
        assertThat(first.at("/census")).isNotEmpty();
        assertThat(first.at("/peakHeap").asLong()).isPositive();

        JsonNode second = json(seeds);
        assertThat(second.at("/imports/0/present").asInt()).isEqualTo(40);
        assertThat(second.at("/extraction/seeds").asInt()).isZero();
        assertThat(second.at("/extraction/questions").asInt()).isZero();
        assertThat(second.at("/kprg/changed").asBoolean()).isFalse();
        assertThat(second.at("/census")).isEqualTo(first.at("/census"));
    }

    @Test
    void whatIsShownEndsWithTimeAndMemory() throws IOException {
        var console = new Console();
        assertThat(run(console, "build", seeds(5).toString(), "--quiet"))
                .as(console.err())
                .isZero();
        assertThat(console.out())
                .contains("5 seeds added", "rehearsal", "mentions judged", "edges", "TWO_HOP")
                .containsPattern("(?m)^ *took +\\d+ s$")
                .containsPattern("(?m)^ *heap at its peak +\\d+ MiB$");
    }

    @Test
    void aFileThatIsNotThereIsBadUsageBeforeAnythingStarts() {
        var console = new Console();
        assertThat(run(console, "build", work.resolve("none.jsonl").toString())).isEqualTo(2);
        assertThat(console.err()).contains("There is no file " + work.resolve("none.jsonl"));
    }

    private JsonNode json(Path seeds) throws IOException {
        var console = new Console();
        assertThat(run(console, "build", seeds.toString(), "--json", "--quiet"))
                .as(console.err())
                .isZero();
        return new ObjectMapper().readTree(console.out());
    }

    private Path seeds(int number) throws IOException {
        try (var lines = Files.lines(Path.of("src/main/resources/demo/seed_gsm8k_200.jsonl"))) {
            return Files.write(work.resolve("seeds.jsonl"), lines.limit(number).toList());
        }
    }

    private int run(Console console, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data", work.resolve("data").toString()));
        all.addAll(List.of("-D", "neo4j.uri=" + NEO4J.embedded().boltUri()));
        all.addAll(List.of("-D", "neo4j.password=" + NEO4J.embedded().password()));
        return console.run(all.toArray(String[]::new));
    }
}

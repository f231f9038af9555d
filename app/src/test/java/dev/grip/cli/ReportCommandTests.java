package dev.grip.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.grip.graph.Neo4jExtension;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Help.Ansi;

/** The report on the knowledge base, with and without a graph. */
@SuppressWarnings("NullAway.Init")
class ReportCommandTests {

    private static final int WIDTH = 80;

    private static final String SEEDS =
            """
            {"id": "s1", "problem": "What is 2 + 3?", "solution": "2 + 3 = 5", "knowledge_points": ["Addition", "Halving"]}
            {"id": "s2", "problem": "A pen costs 3 dollars. What do 4 pens cost?", "solution": "4 * 3 = 12 dollars."}
            """;

    @RegisterExtension
    static final Neo4jExtension NEO4J = new Neo4jExtension();

    @TempDir
    private Path work;

    @Test
    void withoutADatabaseTheEmbeddingModelIsMeasured() {
        var console = new Console();

        assertThat(run(console, "--quiet")).as(console.err()).isZero();

        assertThat(console.out())
                .startsWith("Embedding model bge-small-en-v1.5\n")
                .contains("507: 261 the same, 246 distinct")
                .containsPattern("bounds from the curve +same never unasked, distinct below 0.70")
                .containsPattern("bounds configured +same never unasked, distinct below 0.70")
                .doesNotContain("differs")
                .contains("Converting Fahrenheit to Celsius ~ Converting Celsius to Fahrenheit")
                .contains("Merged wrongly: none")
                .contains("No graph was read.");
        assertThat(console.out().lines()).allMatch(line -> line.length() <= WIDTH);
        assertThat(console.err()).isEmpty();
        assertThat(work.resolve("neo4j")).doesNotExist();
    }

    @Test
    void boundsThatDifferFromTheCurveAreSaid() {
        var console = new Console();

        assertThat(run(console, "--quiet", "-D", "knowledge.bounds={bge-small-en-v1.5: {same: 0.9, distinct: 0.7}}"))
                .isZero();

        assertThat(console.out())
                .containsPattern("bounds configured +same 0.90, distinct below 0.70\n +differs; the setting is ");
    }

    @Test
    void theFilterIsAskedAndItsFiguresAreMarkedAsRehearsal() throws IOException {
        var console = new Console();
        assertThat(run(console, "--ask-filter")).as(console.err()).isZero();
        assertThat(console.out())
                .contains("Quality filter rehearsal/", "rehearsal: a simulated model")
                .containsPattern("verdict as a person's +[0-9]+ of 180, [0-9]+ %")
                .containsPattern("a person says +keep +vague +wrong +too_detailed +undecided");
        assertThat(console.out().lines()).allMatch(line -> line.length() <= WIDTH);
        assertThat(console.err()).contains("180 labelled names judged");

        var machine = new Console();
        assertThat(run(machine, "--ask-filter", "--json", "--quiet")).isZero();
        var report = new ObjectMapper().readTree(machine.out());
        assertThat(report.at("/filter/rehearsal").asBoolean()).isTrue();
        assertThat(sum(report.at("/filter/confusion"))).isEqualTo(180);
    }

    @Test
    void forMachinesEveryFigureIsThere() throws IOException {
        var console = new Console();

        assertThat(run(console, "--json", "--without-graph", "--quiet")).isZero();

        var report = new ObjectMapper().readTree(console.out());
        var calibration = report.get("calibration");
        assertThat(calibration.at("/bounds/same").asDouble()).isEqualTo(1.01);
        assertThat(calibration.get("bounds")).isEqualTo(report.get("configured"));
        assertThat(calibration.get("curve")).hasSize(15);
        assertThat(calibration.at("/heldOut/recall").asDouble()).isBetween(0.88, 0.95);
        assertThat(calibration.at("/heldOut/precision").isNull()).isTrue();
        assertThat(calibration.at("/heldOut/lost")).isNotEmpty();
        assertThat(report.get("filter").isNull()).isTrue();
        assertThat(report.get("graph").isNull()).isTrue();
    }

    @Test
    void whatTheFiltersDecidedInTheGraphIsCounted() {
        NEO4J.wipe();
        var empty = new Console();
        assertThat(onGraph(empty, "report", "knowledge", "--quiet")).isZero();
        assertThat(empty.out()).contains("no mentions yet");

        assertThat(onGraph(new Console(Ansi.OFF, SEEDS), "import", "-", "--quiet"))
                .isZero();
        assertThat(onGraph(new Console(), "extract", "--quiet")).isZero();
        var console = new Console();
        assertThat(onGraph(console, "report", "knowledge", "--quiet"))
                .as(console.err())
                .isZero();
        assertThat(graph(console))
                .startsWith("The graph\n  rehearsal: simulated models decided here")
                .containsPattern("mentions +number +asked +decided by")
                .containsPattern("keep +2 +0 +given")
                .containsPattern("keep +([0-9]+) +\\1 +rehearsal/")
                .containsPattern("pairs +number +asked +decided by")
                .containsPattern("1 mention +[0-9]+")
                .containsPattern("5 mentions or more +0");
        assertThat(console.out().lines()).allMatch(line -> line.length() <= WIDTH);
    }

    @Test
    void anEmbeddingServerThatIsAwayIsNamed() {
        var console = new Console();

        assertThat(run(
                        console,
                        "-D",
                        "models.embedding.url=http://127.0.0.1:1/v1",
                        "-D",
                        "models.embedding.model=far-away"))
                .isEqualTo(1);

        assertThat(console.err()).contains("far-away", "127.0.0.1:1").doesNotContain("\tat ");
        assertThat(console.out()).isEmpty();
    }

    private static String graph(Console console) {
        return console.out().substring(console.out().indexOf("The graph\n"));
    }

    private static int sum(JsonNode confusion) {
        int sum = 0;
        for (var row : confusion) {
            for (var cell : row) {
                sum += cell.asInt();
            }
        }
        return sum;
    }

    private int run(Console console, String... options) {
        var all = new ArrayList<>(List.of("report", "knowledge", "--data", work.toString()));
        all.addAll(List.of(options));
        return console.run(all.toArray(String[]::new));
    }

    private int onGraph(Console console, String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of(
                "--data",
                work.toString(),
                "-D",
                "neo4j.uri=" + NEO4J.embedded().boltUri(),
                "-D",
                "neo4j.password=" + NEO4J.embedded().password()));
        return console.run(all.toArray(String[]::new));
    }
}

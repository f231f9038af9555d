package dev.grip.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grip.combinations.CombinationSpec;
import dev.grip.combinations.Kind;
import dev.grip.graph.Neo4jExtension;
import dev.grip.pipeline.Grip;
import dev.grip.pipeline.Progress;
import dev.grip.pipeline.TestGrip;
import dev.grip.pipeline.runs.RunRequest;
import dev.grip.pipeline.runs.RunState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.types.Type;
import org.neo4j.driver.types.TypeSystem;

/** The named selections and the guide over the demo's graph, in which a run has ended. */
@SuppressWarnings("NullAway.Init")
@Timeout(900)
class ExploringTests {

    private static final int ROWS = 1000;
    private static final Type LIST = TypeSystem.getDefault().LIST();

    @RegisterExtension
    static final Neo4jExtension NEO4J = new Neo4jExtension();

    @TempDir
    private static Path data;

    private static Grip grip;
    private static Server server;
    private static Calls calls;
    private static RowFacts facts;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        NEO4J.wipe();
        grip = TestGrip.open(NEO4J, data, Map.of());
        TestGrip.importDemoSeeds(grip);
        grip.extract(Progress.NONE);
        grip.buildGraph();
        var run = grip.launch(RunRequest.of(CombinationSpec.of(List.of(Kind.values()), 120, 1L)));
        assertThat(grip.await(run.id(), Progress.NONE).state()).isEqualTo(RunState.DONE);
        server = Server.start(grip, "127.0.0.1", 0);
        calls = new Calls(server.uri());
        facts = new RowFacts(NEO4J.driver());
    }

    @AfterAll
    static void stop() {
        server.close();
        grip.close();
    }

    @Test
    void allAreListedWithWhatTheyAreFor() throws IOException {
        JsonNode listed = Calls.json(calls.get("/api/v1/selections"));

        try (var files = Files.list(Path.of("../cypher/selections"))) {
            assertThat(listed.findValuesAsText("name"))
                    .containsExactlyInAnyOrderElementsOf(
                            files.map(file -> file.getFileName().toString().replace(".cypher", ""))
                                    .toList());
        }
        assertThat(listed).hasSizeGreaterThanOrEqualTo(12).allSatisfy(selection -> {
            assertThat(selection.get("purpose").asText()).hasSizeGreaterThan(60).endsWith(".");
            assertThat(selection.get("columns").get(0).asText()).isEqualTo("knowledgePoints");
            assertThat(selection.get("columns")).hasSizeGreaterThan(2);
            assertThat(selection.get("parameters").has("limit")).isTrue();
        });
    }

    /** A name, the fewest rows it must give, and a question about the ids of a row and its other columns that must be true. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    strongest-novel-pairs      | 50 | $row.weight >= 2 AND $together = 0
                    pairs-across-subjects      | 50 | $row.subjects[0] <> $row.subjects[1] AND $together = 0
                    uncovered-knowledge-points | 20 | NOT EXISTS { (:KnowledgePoint {name: $row.uncovered})<-[:COMBINES]-()<-[:GENERATED_FROM]-()<-[:SOLVES]-(:Solution {verdict: 'passed'}) }
                    pairs-inside-communities   | 20 | $row.members >= 5 AND $together = 0
                    pairs-across-communities   | 20 | $row.communities[0] <> $row.communities[1] AND $together = 0
                    three-hop-from-core        | 20 | size($row.path) = 4 AND $together = 0
                    cliques-around             | 50 | size($ids) = 3 AND $row.weight >= 1
                    best-yield-pairs           | 20 | $row.problems >= 2 AND $row.accepted <= $row.problems AND $row.accepted <= $accepted
                    failing-knowledge-points   | 5  | $row.rejectedProblems + $row.rejectedSolutions > 0 AND $row.failed <= 1
                    similar-but-never-together | 20 | $row.similarity >= 0.7 AND $together = 0 AND abs($row.similarity - $cosine) < 0.002
                    barren-seeds               | 50 | $together > 0 AND EXISTS { (:Seed {id: $row.seed})-[:REQUIRES]->(:KnowledgePoint {id: $ids[0]}) }
                    random-sample              | 100 | $row.kind IN ['ONE_HOP', 'TWO_HOP', 'THREE_HOP', 'COMMUNITY']
                    least-covered-community    | 3  | $row.covered <= $row.members AND $together > 0
                    """)
    void eachGivesRowsThatAreWhatItsNameSays(String name, int fewest, String truth) {
        JsonNode preview = preview("\"selection\": \"" + name + "\"");

        assertThat(preview.get("rows")).hasSizeGreaterThanOrEqualTo(fewest);
        assertThat(preview.get("count").asInt()).isEqualTo(preview.get("rows").size());
        preview.get("rows")
                .forEach(row ->
                        assertThat(facts.hold(truth, row)).as(name + ": " + row).isTrue());
        assertThat(projections()).isZero();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    'selection': 'random-sample', 'parameters': {'seed': 5, 'kinds': ['TWO_HOP']}, 'limit': 7     | 7
                    'selection': 'cliques-around', 'parameters': {'knowledgePoint': 'Percentages', 'size': 4}, 'limit': 3 | 3
                    'selection': 'three-hop-from-core', 'parameters': {'knowledgePoint': 'Multiplying', 'limit': 4}       | 4
                    'selection': 'pairs-across-subjects', 'parameters': {'first': 'nowhere'}                              | 0
                    'kinds': ['ONE_HOP', 'TWO_HOP'], 'limit': 9                                                           | 9
                    'kinds': ['ONE_HOP'], 'limit': 8, 'seed': 3                                                           | 8
                    """)
    void parametersAndLimitsDecideWhatItGives(String fields, int rows) {
        JsonNode preview = preview(fields.replace('\'', '"'));

        assertThat(preview.get("rows")).hasSize(rows);
        assertThat(preview.get("count").asInt()).isEqualTo(rows);
    }

    @Test
    void thePreviewSaysWhichAreMadeAndHowManyThereAre() {
        JsonNode few = Calls.json(
                calls.postJson("/api/v1/combinations/preview?rows=5", "{\"selection\": \"best-yield-pairs\"}"));
        JsonNode all = preview("\"selection\": \"best-yield-pairs\"");

        assertThat(few.get("rows")).hasSize(5);
        assertThat(few.get("count").asInt()).isEqualTo(all.get("rows").size()).isGreaterThan(5);
        assertThat(few.at("/rows/0/columns/accepted").asInt()).isPositive();
        List<Boolean> made = new ArrayList<>();
        all.get("rows").forEach(row -> made.add(row.get("made").asBoolean()));
        assertThat(made).contains(true, false);
        assertThat(all.get("alreadyMade").asInt())
                .isEqualTo((int) made.stream().filter(one -> one).count());
        all.get("rows").forEach(row -> assertThat(row.get("made").asBoolean())
                .isEqualTo(facts.hold("EXISTS { (:Combination {key: $key})<-[:GENERATED_FROM]-(:Problem) }", row)));
    }

    @Test
    void theSameSelectionGivesTheSameRowsAgain() {
        for (String name : List.of("pairs-inside-communities", "similar-but-never-together", "random-sample")) {
            assertThat(keys(preview("\"selection\": \"" + name + "\"")))
                    .as(name)
                    .isEqualTo(keys(preview("\"selection\": \"" + name + "\"")));
        }
    }

    @Test
    void aRunIsLaunchedFromANameAndItsParameters() throws InterruptedException {
        var response = calls.postJson(
                "/api/v1/runs",
                "{\"selection\": \"pairs-inside-communities\", \"parameters\": {\"minMembers\": 6}, \"limit\": 3}");

        assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
        String id = Calls.json(response).get("id").asText();
        var run = grip.await(id, Progress.NONE);
        assertThat(run.state()).isEqualTo(RunState.DONE);
        assertThat(run.combinations()).isEqualTo(3);
        try (var session = NEO4J.driver().session()) {
            String kept = session.run("MATCH (run:Run {id: $id}) RETURN run.request AS request", Map.of("id", id))
                    .single()
                    .get("request")
                    .asString();
            assertThat(kept).contains("\"selection\":\"pairs-inside-communities\"", "\"minMembers\":6", "gds.leiden");
            session.run("MATCH (n) WHERE n.run = $id OR n.id = $id DETACH DELETE n", Map.of("id", id))
                    .consume();
        }
    }

    @ParameterizedTest
    @CsvSource({"/guide/start, 10, 20", "/guide/selections, 14, 14"})
    void everyQueryOfTheGuideRunsAndReturnsSomething(String path, int slides, int queries) {
        var guide = new GuideText(calls.get(path).body());

        assertThat(guide.slides()).isEqualTo(slides);
        assertThat(guide.html()).doesNotContain("{{");
        assertThat(guide.runnable()).hasSize(queries);
        try (var session = NEO4J.driver().session()) {
            guide.runnable().forEach(query -> {
                var rows = session.run(query).list();
                assertThat(rows).as(query).isNotEmpty();
                assertThat(rows).as(query).noneMatch(row -> row.get(0).isNull());
                assertThat(rows)
                        .as(query)
                        .anyMatch(
                                row -> !row.get(0).hasType(LIST) || !row.get(0).isEmpty());
            });
            session.run("CALL gds.graph.drop('kprg', false)").consume();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/guide/start", "/guide/selections"})
    void neo4jBrowserMayReadTheGuideAndTakesNothingOutOfIt(String path) {
        String[] browser = {"Origin", "http://localhost:7474", "Access-Control-Request-Headers", "cache-control,pragma"
        };
        var asked = calls.options(path, browser);
        var guide = calls.get(path, "Origin", "http://localhost:7474");

        assertThat(asked.statusCode()).isEqualTo(204);
        assertThat(asked.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
        assertThat(asked.headers().firstValue("Access-Control-Allow-Headers").orElseThrow())
                .contains("cache-control", "pragma");
        assertThat(guide.statusCode()).isEqualTo(200);
        assertThat(guide.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
        assertThat(guide.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(guide.body()).contains("curl " + server.uri() + "/api/v1/runs");
        assertThat(new GuideText(guide.body()).takenOut()).isEmpty();
        assertThat(new GuideText(guide.body()).hosts())
                .containsOnly(server.uri().toString());
    }

    @Test
    void theStyleHasARuleForEveryLabelAndTypeThatPeopleSee() {
        var style = calls.get("/guide/kprg.grass", "Origin", "http://localhost:7474");

        assertThat(style.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
        try (var session = NEO4J.driver().session()) {
            session.run("MATCH (n) UNWIND labels(n) AS label RETURN DISTINCT label")
                    .forEachRemaining(row -> assertThat(style.body())
                            .contains("node." + row.get("label").asString() + " {"));
            session.run("MATCH ()-[r]->() RETURN DISTINCT type(r) AS type")
                    .forEachRemaining(row -> assertThat(style.body())
                            .contains("relationship." + row.get("type").asString() + " {"));
        }
        assertThat(style.body().lines().filter(line -> line.contains("caption")))
                .as("Browser reads a caption up to the next colon")
                .allMatch(line -> line.matches(".*caption: \"[^:\"]+\";.*"));
    }

    @Test
    void onlyTheGuideIsForPagesOfOtherPorts() {
        assertThat(calls.get("/api/v1/selections", "Origin", "http://localhost:7474")
                        .statusCode())
                .isEqualTo(403);
    }

    private static JsonNode preview(String fields) {
        var response = calls.postJson("/api/v1/combinations/preview?rows=" + ROWS, "{" + fields + "}");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Calls.json(response);
    }

    private static List<String> keys(JsonNode preview) {
        List<String> keys = preview.get("rows").findValuesAsText("key");
        assertThat(new HashSet<>(keys)).hasSameSizeAs(keys);
        return keys;
    }

    private static long projections() {
        try (var session = NEO4J.driver().session()) {
            return session.run("CALL gds.graph.list() YIELD graphName RETURN count(graphName) AS n")
                    .single()
                    .get("n")
                    .asLong();
        }
    }
}

package dev.grip.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.grip.graph.Neo4jExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the API and Prometheus show of the models after a run with simulated ones. */
@SuppressWarnings("NullAway.Init")
@Timeout(600)
class ModelApiTests {

    @RegisterExtension
    static final Neo4jExtension NEO4J = new Neo4jExtension();

    @TempDir
    private static Path data;

    private static RehearsedRun run;
    private static Server server;
    private static Calls calls;

    @BeforeAll
    static void start() throws InterruptedException {
        NEO4J.wipe();
        run = new RehearsedRun(NEO4J, data);
        server = Server.start(run.grip(), "127.0.0.1", 0);
        calls = new Calls(server.uri());
        run.carryOut();
    }

    @AfterAll
    static void stop() {
        server.close();
        run.close();
    }

    @Test
    void everyRoleIsShownWithItsModelAndHowItsServersAre() {
        var models = Calls.json(calls.get("/api/v1/models"));

        assertThat(models.path("rehearsal").asBoolean()).isTrue();
        assertThat(texts(models.path("roles"), "role"))
                .containsExactly(
                        "extractor",
                        "generator",
                        "rater",
                        "solver-small",
                        "solver-large",
                        "judge",
                        "judge",
                        "judge",
                        "embedding");
        var generator = models.at("/roles/1");
        assertThat(generator.path("model").asText()).isEqualTo(RehearsedRun.WRITER);
        assertThat(generator.path("rehearsal").asBoolean()).isTrue();
        var its = generator.at("/servers/0");
        assertThat(its.path("url").asText()).isEqualTo(run.seat("generator").url() + "/v1");
        assertThat(its.path("version").asText()).isNotEmpty();
        assertThat(its.path("maxModelLen").asInt()).isGreaterThan(1000);
        assertThat(its.path("state").asText()).isEqualTo("ready");
        assertThat(its.path("reason").asText()).isEmpty();
        assertThat(its.path("inFlight").asInt()).isZero();
        assertThat(its.path("limit").asInt()).isPositive();
        assertThat(its.path("measured").asBoolean()).isTrue();
        assertThat(generator.path("waiting").asInt(-1)).isZero();
        assertThat(texts(models.path("roles"), "label")).contains("judge-1", "judge-2", "judge-3");
        assertThat(models.at("/roles/8/servers")).isEmpty();
    }

    @Test
    void whatWasAskedIsCountedByModelAndStage() {
        var asked = Calls.json(calls.get("/api/v1/models")).path("calls");

        var writing = only(asked, row -> row.path("stage").asText().equals("synthesis/write-problem"));
        assertThat(writing.path("role").asText()).isEqualTo("generator");
        assertThat(writing.path("calls").asInt()).isEqualTo(3);
        assertThat(writing.at("/outcomes/complete").asInt()).isEqualTo(3);
        assertThat(writing.path("promptTokens").asInt()).isGreaterThan(300);
        assertThat(writing.path("completionTokens").asInt()).isPositive();
        assertThat(texts(asked, "stage"))
                .contains("knowledge/extract-knowledge-points", "judging/judge-problem", "synthesis/write-problem");
        var judged = only(
                asked,
                row -> row.path("stage").asText().equals("judging/judge-problem")
                        && row.path("model").asText().endsWith("deepseek-math-7b-rl"));
        assertThat(judged.at("/verdicts/line").asInt()
                        + judged.path("notAtOnce").asInt())
                .isEqualTo(3);
        // The writer refused its first calls for being too busy; each was sent again and counted as that.
        assertThat(stream(asked)
                        .mapToInt(row -> row.at("/repeats/overloaded").asInt())
                        .sum())
                .isBetween(3, 4);
        assertThat(asked).allSatisfy(row -> assertThat(row.path("sent").asInt())
                .isEqualTo(row.path("calls").asInt()
                        + stream(row.path("repeats")).mapToInt(JsonNode::asInt).sum()));
    }

    @Test
    void noKeyIsShownAnywhere() {
        for (var path : List.of("/api/v1/models", "/prometheus", "/health")) {
            var response = calls.get(path);

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.body()).doesNotContain(RehearsedRun.KEY);
        }
    }

    @Test
    void theExampleOfTheDescriptionHasTheFieldsOfARealAnswer() throws IOException {
        var example = new ObjectMapper().readTree(ModelStatus.EXAMPLE);
        var models = Calls.json(calls.get("/api/v1/models"));

        for (var path : List.of("", "/roles/0", "/roles/0/servers/0", "/calls/0")) {
            assertThat(names(example.at(path))).as(path).isEqualTo(names(models.at(path)));
        }
        assertThat(calls.get("/swagger/grip.yml").body()).contains("/api/v1/models:", "a judge on two servers");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    grip_llm_sent_total                  | counter   | role,model,stage
                    grip_llm_calls_total                 | counter   | role,model,stage,outcome
                    grip_llm_repeats_total               | counter   | role,model,stage,category
                    grip_llm_tokens_total                | counter   | role,model,stage,type
                    grip_llm_verdicts_total              | counter   | role,model,stage,path
                    grip_llm_first_token_seconds_count   | histogram | role,model,stage
                    grip_llm_first_token_seconds_bucket  | histogram | role,model,stage,le
                    grip_llm_in_flight                   | gauge     | url,model
                    grip_llm_limit                       | gauge     | url,model
                    grip_llm_usable                      | gauge     | url,model
                    grip_llm_waiting                     | gauge     | url,model
                    """)
    void everyMeterIsShownToPrometheusWithWordsAndLabels(String name, String type, String labels) {
        var text = calls.get("/prometheus").body();
        var family = name.replaceAll("_(count|bucket)$", "");

        assertThat(text).containsPattern("(?m)^# HELP " + family + " \\S.+$");
        assertThat(text).contains("# TYPE " + family + " " + type + "\n");
        assertThat(MeterLines.ofThisRun(text, name)).isNotEmpty().allSatisfy(line -> assertThat(MeterLines.labels(line))
                .isEqualTo(new TreeSet<>(List.of(labels.split(",")))));
    }

    @Test
    void theReadmeNamesEveryMeterAndNoOther() throws IOException {
        var named = Pattern.compile("`(grip_llm_\\w+)`")
                .matcher(Files.readString(Path.of("../README.md")))
                .results()
                .map(match -> match.group(1))
                .toList();
        var shown = Pattern.compile("(?m)^# TYPE (grip_llm_\\w+)")
                .matcher(calls.get("/prometheus").body())
                .results()
                .map(match -> match.group(1))
                .filter(name -> !name.endsWith("_max") && !name.startsWith("grip_llm_test"));

        assertThat(shown).containsExactlyInAnyOrderElementsOf(named);
    }

    @Test
    void countersSayWhatHappened() {
        var text = calls.get("/prometheus").body();

        for (var type : List.of("prompt", "completion")) {
            assertThat(MeterLines.ofThisRun(text, "grip_llm_tokens_total").stream()
                            .filter(line -> line.contains("generator") && line.contains("type=\"" + type + "\"")))
                    .singleElement()
                    .satisfies(line -> assertThat(MeterLines.value(line)).isPositive());
        }
        assertThat(MeterLines.ofThisRun(text, "grip_llm_calls_total"))
                .allSatisfy(line -> assertThat(line).contains("outcome=\"complete\""));
        assertThat(MeterLines.ofThisRun(text, "grip_llm_first_token_seconds_count").stream()
                        .filter(line -> line.contains("role=\"judge\"")))
                .isEmpty();
    }

    @Test
    void labelsAreWordsOfTheSettingsAndThePromptsAndNeverOfAnItem() {
        var stages = Set.of(
                "knowledge/extract-knowledge-points",
                "knowledge/check-quality",
                "knowledge/check-same-meaning",
                "knowledge/name-class",
                "synthesis/write-problem",
                "synthesis/solve-problem",
                "judging/judge-problem",
                "judging/judge-solution",
                "judging/rate-difficulty");
        var lines = calls.get("/prometheus")
                .body()
                .lines()
                .filter(line -> line.startsWith("grip_llm_"))
                .filter(MeterLines::ofThisRun)
                .toList();

        assertThat(lines).allSatisfy(line -> {
            var stage = MeterLines.labelled(line, "stage");
            assertThat(stage == null || stages.contains(stage)).as(line).isTrue();
        });
        // The number of series depends on models, stages and outcomes, not on how much was asked.
        assertThat(lines).hasSizeLessThan(600);
    }

    private static Stream<JsonNode> stream(JsonNode nodes) {
        return StreamSupport.stream(nodes.spliterator(), false);
    }

    private static List<String> texts(JsonNode nodes, String field) {
        return stream(nodes).map(node -> node.path(field).asText()).toList();
    }

    private static JsonNode only(JsonNode rows, Predicate<JsonNode> wanted) {
        var found = stream(rows).filter(wanted).toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static Set<String> names(JsonNode node) {
        var names = new TreeSet<String>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}

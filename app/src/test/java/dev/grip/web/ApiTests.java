package dev.grip.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grip.graph.Neo4jExtension;
import dev.grip.pipeline.Grip;
import dev.grip.pipeline.TestGrip;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole way through the API, from seeds to an export, with simulated models. */
@TestMethodOrder(OrderAnnotation.class)
@SuppressWarnings("NullAway.Init")
@Timeout(600)
class ApiTests {

    private static final String NDJSON = "application/x-ndjson";

    @RegisterExtension
    static final Neo4jExtension NEO4J = new Neo4jExtension();

    @TempDir
    private static Path data;

    private static Grip grip;
    private static Server server;
    private static Calls calls;

    @BeforeAll
    static void start() {
        NEO4J.wipe();
        grip = TestGrip.open(NEO4J, data, Map.of());
        server = Server.start(grip, "127.0.0.1", 0);
        calls = new Calls(server.uri());
    }

    @AfterAll
    static void stop() {
        server.close();
        grip.close();
    }

    @Test
    @Order(1)
    void aRunBeforeThereIsAGraphIsRefusedWithWhatToDo() {
        var response = calls.postJson("/api/v1/runs", "{\"kinds\": [\"ONE_HOP\"]}");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Calls.json(response).get("detail").asText()).startsWith("There is no KPRG yet: import seeds");
        assertThat(Calls.json(calls.get("/api/v1/runs"))).isEmpty();
    }

    @Test
    @Order(1)
    void seedsThatAreAllBadAreUnprocessableAndReported() {
        var response = calls.post("/api/v1/seeds?source=bad", NDJSON, "not json\n");

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.headers().firstValue("Content-Type")).hasValue(Problem.MEDIA_TYPE);
        var report = Calls.json(response).get("report");
        assertThat(report.get("rejected").asInt()).isEqualTo(1);
        assertThat(report.get("bad").get(0).get("line").asInt()).isEqualTo(1);
    }

    @Test
    @Order(2)
    void anEmptyBodyHasNoSeeds() {
        var response = calls.post("/api/v1/seeds", NDJSON, "");

        assertThat(response.statusCode()).isIn(400, 422);
    }

    @Test
    @Order(3)
    void goodSeedsAreKeptAndBadOnesReportedByLine() throws IOException {
        var response = calls.post("/api/v1/seeds?source=demo", NDJSON, demo() + "\n{\"problem\": }\n");

        assertThat(response.statusCode()).isEqualTo(200);
        var report = Calls.json(response);
        assertThat(report.get("source").asText()).isEqualTo("demo");
        assertThat(report.get("added").asInt()).isPositive();
    }

    @Test
    @Order(4)
    void aFormsFileIsReadTheSameWay() {
        var form =
                """
                --x
                Content-Disposition: form-data; name="file"; filename="mine.jsonl"
                Content-Type: application/octet-stream

                {"id": "m1", "problem": "What is 2 + 3?", "solution": "2 + 3 = 5", "answer": "5"}
                --x--
                """
                        .replace("\n", "\r\n");

        var response = calls.post("/api/v1/seeds", "multipart/form-data; boundary=x", form);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(Calls.json(response).get("source").asText()).isEqualTo("mine.jsonl");
    }

    @Test
    @Order(5)
    void seedsComeInPages() {
        var page = Calls.json(calls.get("/api/v1/seeds?limit=2"));

        assertThat(page.get("seeds")).hasSize(2);
        assertThat(page.get("next").asText())
                .isEqualTo(page.get("seeds").get(1).get("id").asText());
        assertThat(calls.get("/api/v1/seeds?limit=0").statusCode()).isEqualTo(400);
        assertThat(calls.get("/api/v1/seeds?limit=1001").statusCode()).isEqualTo(400);
    }

    @Test
    @Order(6)
    void anExtractionRunsInTheBackgroundAndOnlyOneAtATime() {
        var started = calls.postJson("/api/v1/extractions", "");
        assertThat(started.statusCode()).isEqualTo(202);
        var location = started.headers().firstValue("Location").orElseThrow();

        JsonNode extraction;
        do {
            extraction = Calls.json(calls.get(location));
        } while (extraction.get("state").asText().equals("RUNNING"));

        assertThat(extraction.get("state").asText()).as(extraction.toString()).isEqualTo("DONE");
        assertThat(extraction.get("report").get("knowledgePoints").asInt()).isPositive();
        assertThat(extraction.get("rehearsal").asBoolean()).isTrue();
        assertThat(extraction.at("/report/left/seeds").asInt(-1)).isZero();
        assertThat(calls.get("/api/v1/extractions/99").statusCode()).isEqualTo(404);
        assertThat(calls.postJson("/api/v1/extractions?retryFailed=true", "").statusCode())
                .isEqualTo(202);
    }

    @Test
    @Order(7)
    void theGraphIsBuiltAndCounted() {
        var built = Calls.json(calls.postJson("/api/v1/graph/build", ""));
        assertThat(built.get("edges").asInt()).isPositive();

        var census = Calls.json(calls.get("/api/v1/graph/census?kinds=ONE_HOP"));
        assertThat(census.get(0).get("kind").asText()).isEqualTo("ONE_HOP");
        assertThat(census.get(0).get("count").asInt())
                .isEqualTo(built.get("edges").asInt());
    }

    @Test
    @Order(8)
    void aQueryThatWritesIsRefusedAndNothingIsStarted() {
        var query = "{\"cypher\": \"CREATE (n:Trap) RETURN n AS knowledgePoints\"}";

        assertThat(calls.postJson("/api/v1/combinations/preview", query).statusCode())
                .isEqualTo(400);
        var response = calls.postJson("/api/v1/runs", query);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Calls.json(response).get("detail").asText()).isNotBlank();
        assertThat(Calls.json(calls.get("/api/v1/runs"))).isEmpty();
    }

    @Test
    @Order(8)
    void aDryRunGivesThePlanAndStartsNothing() {
        var plan = Calls.json(calls.postJson(
                "/api/v1/runs?dryRun=true", "{\"kinds\": [\"ONE_HOP\"], \"limit\": 3, \"targetRows\": 1}"));

        assertThat(plan.get("rehearsal").asBoolean()).isTrue();
        assertThat(plan.get("basis").asText()).isEqualTo("ASSUMED");
        assertThat(plan.get("combinations").asInt()).isPositive();
        assertThat(plan.at("/rows/high").asDouble()).isGreaterThanOrEqualTo(1);
        assertThat(plan.get("cost").isNull()).isTrue();
        assertThat(plan.get("command").asText()).startsWith("grip run --mix ONE_HOP=");
        assertThat(Calls.json(calls.get("/api/v1/runs"))).isEmpty();
        var priced = calls.postJson("/api/v1/runs?dryRun=true", "{\"kinds\": [\"ONE_HOP\"], \"maxCost\": 1}");
        assertThat(priced.statusCode()).isEqualTo(400);
        assertThat(Calls.json(priced).get("detail").asText()).startsWith("max-cost needs prices");
    }

    @ParameterizedTest
    @Order(8)
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    'kinds': ['ONE_HOP'], 'repeat': 'often'             | repeat
                    'kinds': ['ONE_HOP'], 'minWeight': -1               | minWeight
                    'kinds': ['THREE_HOP'], 'core': {'tip': 5}          | tip
                    'kinds': ['COMMUNITY'], 'communitySizes': [1]       | communitySizes
                    'cypher': 'MATCH (n:KnowledgePoint) RETURN n'       | knowledgePoints
                    """)
    void whatTheProceduresRefuseIsTheCallersMistake(String fields, String named) {
        for (var path : new String[] {"/api/v1/runs", "/api/v1/combinations/preview"}) {
            var response = calls.postJson(path, "{" + fields.replace('\'', '"') + "}");

            assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
            assertThat(Calls.json(response).get("detail").asText())
                    .contains(named)
                    .doesNotContain("java.lang");
        }
        assertThat(Calls.json(calls.get("/api/v1/runs"))).isEmpty();
    }

    @Test
    @Order(9)
    void aRunIsAcceptedFollowedAndFound() {
        var launched = calls.postJson("/api/v1/runs", "{\"kinds\": [\"ONE_HOP\"], \"limit\": 3, \"seed\": 1}");
        assertThat(launched.statusCode()).isEqualTo(202);
        var location = launched.headers().firstValue("Location").orElseThrow();
        var id = Calls.json(launched).get("id").asText();
        assertThat(location).isEqualTo("/api/v1/runs/" + id);

        var events = calls.get(location + "/events");

        assertThat(events.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/event-stream");
        assertThat(events.body()).contains("event: status").contains("\"id\":\"" + id + "\"");
        assertThat(events.body()
                        .strip()
                        .lines()
                        .reduce((first, second) -> second)
                        .orElseThrow())
                .startsWith("data: ")
                .contains("\"state\":\"DONE\"")
                .contains("\"rehearsal\":true");
        assertThat(Calls.json(calls.get(location)).get("state").asText()).isEqualTo("DONE");
        var spend = Calls.json(calls.get(location + "/spend"));
        assertThat(spend.get("calls").asInt()).isPositive();
        assertThat(spend.get("cost").isNull()).isTrue();
        assertThat(spend.get("unpriced")).isNotEmpty();
        assertThat(spend.at("/stages/0/stage").asText()).isEqualTo("judging/judge-problem");
        assertThat(Calls.json(calls.get("/api/v1/runs")).get(0).get("id").asText())
                .isEqualTo(id);
    }

    @Test
    @Order(10)
    void aRunThatIsDoneCanBeNeitherCancelledNorPausedNorResumed() {
        var run = Calls.json(calls.get("/api/v1/runs")).get(0).get("id").asText();

        for (var wish : List.of("cancel", "pause", "resume")) {
            var response = calls.postJson("/api/v1/runs/" + run + "/" + wish, "");
            assertThat(response.statusCode()).isEqualTo(409);
            assertThat(Calls.json(response).get("detail").asText()).contains(run, "is done");
        }
        var budget = calls.postJson("/api/v1/runs/" + run + "/resume", "{\"targetRows\": 9}");
        assertThat(budget.statusCode()).isEqualTo(409);
        var bad = calls.postJson("/api/v1/runs/" + run + "/resume", "{\"maxTime\": \"soon\"}");
        assertThat(bad.statusCode()).isEqualTo(400);
        assertThat(Calls.json(bad).get("detail").asText()).contains("max-time is 'soon'");
        var again = calls.postJson("/api/v1/runs", "{\"kinds\": [\"ONE_HOP\"], \"limit\": 3, \"seed\": 1}");
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(Calls.json(again).get("id").asText()).isEqualTo(run);
    }

    @Test
    @Order(11)
    void anUnknownRunIsNotFoundAnywhere() {
        assertThat(calls.get("/api/v1/runs/none").statusCode()).isEqualTo(404);
        assertThat(calls.get("/api/v1/runs/none/events").statusCode()).isEqualTo(404);
        assertThat(calls.get("/api/v1/runs/none/spend").statusCode()).isEqualTo(404);
        assertThat(calls.postJson("/api/v1/runs/none/cancel", "").statusCode()).isEqualTo(404);
        assertThat(calls.postJson("/api/v1/exports", "{\"run\": \"none\"}").statusCode())
                .isEqualTo(404);
    }

    @Test
    @Order(12)
    void anExportIsWrittenIntoTheDataFolderAndSaysRehearsal() {
        var response = calls.postJson("/api/v1/exports", "{\"name\": \"mine\"}");

        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        var report = Calls.json(response);
        assertThat(report.get("directory").asText())
                .isEqualTo(data.resolve("exports/mine").toString());
        assertThat(report.get("rehearsal").asBoolean()).isTrue();
        assertThat(calls.postJson("/api/v1/exports", "{\"name\": \"../mine\"}").statusCode())
                .isEqualTo(400);
    }

    @Test
    @Order(13)
    void aBodyThatIsTooLargeIsRefusedWithoutTheServersInnerWords() {
        var response = calls.postJson("/api/v1/runs", "{\"cypher\": \"" + " ".repeat(3_000_000) + "\"}");

        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.body()).contains("too large").doesNotContainIgnoringCase("micronaut");
    }

    @Test
    @Order(13)
    void theFunnelAddsUp() {
        var funnel = Calls.json(calls.get("/api/v1/funnel"));

        assertThat(funnel.get("seeds").asInt()).isPositive();
        assertThat(funnel.get("problemsPassed").asInt())
                .isLessThanOrEqualTo(funnel.get("problems").asInt());
        assertThat(funnel.get("rehearsal").asBoolean()).isTrue();
    }

    private static String demo() throws IOException {
        try (var lines = Objects.requireNonNull(ApiTests.class.getResourceAsStream("/demo/labelled_gsm8k_100.jsonl"))) {
            return new String(lines.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }
}

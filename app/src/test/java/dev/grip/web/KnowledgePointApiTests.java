package dev.grip.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grip.graph.Neo4jExtension;
import dev.grip.pipeline.Grip;
import dev.grip.pipeline.TestGrip;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Knowledge points looked up and corrected through the API. */
@SuppressWarnings("NullAway.Init")
class KnowledgePointApiTests {

    private static final String POINTS = "/api/v1/knowledge-points";

    @RegisterExtension
    static final Neo4jExtension NEO4J = new Neo4jExtension();

    @TempDir
    private static Path data;

    private static Grip grip;
    private static Server server;
    private static Calls calls;

    @BeforeAll
    static void start() {
        grip = TestGrip.open(NEO4J, data, Map.of());
        server = Server.start(grip, "127.0.0.1", 0);
        calls = new Calls(server.uri());
    }

    @AfterAll
    static void stop() {
        server.close();
        grip.close();
    }

    @BeforeEach
    void graph() {
        NEO4J.wipe();
        try (var session = NEO4J.driver().session()) {
            session.run(
                            """
                            UNWIND [['Area', 'Surface'], ['Sum', 'Adding'], ['Law of sines']] AS names
                            CREATE (kp:KnowledgePoint {id: 'kp-' + names[0], name: names[0], status: 'active'})
                            WITH kp, names UNWIND names AS name
                            CREATE (m:Mention {key: 'm-' + name, text: name, verdict: 'keep'})-[:NAMES]->(kp)
                            MERGE (seed:Seed {id: 's-' + size(name) % 2}) SET seed.problem = 'p'
                            CREATE (seed)-[:MENTIONS]->(m) MERGE (seed)-[:REQUIRES]->(kp)
                            """)
                    .consume();
        }
        grip.buildGraph();
    }

    @Test
    void theyAreListedSearchedAndExplained() {
        assertThat(Calls.json(calls.get(POINTS))).hasSize(3);
        var found = Calls.json(calls.get(POINTS + "?query=surf&status=active&limit=5"));
        assertThat(found).hasSize(1);
        assertThat(found.get(0).get("name").asText()).isEqualTo("Area");

        var story = Calls.json(calls.get(POINTS + "/Law%20of%20sines"));
        assertThat(story.get("kind").asText()).isEqualTo("knowledge point");
        assertThat(story.get("id").asText()).isEqualTo("kp-Law of sines");
        assertThat(story.get("story").get("mentions").get(0).get("text").asText())
                .isEqualTo("Law of sines");
    }

    @Test
    void everyChangeIsDoneListedAndUndone() {
        var merged =
                calls.postJson(POINTS + "/kp-Sum/merge", "{\"into\": \"Area\", \"reason\": \"r\", \"by\": \"me\"}");
        assertThat(merged.statusCode()).as(merged.body()).isEqualTo(200);
        assertThat(Calls.json(merged).get("curation").get("summary").asText()).isEqualTo("merge 'Sum' into 'Area'");
        assertThat(Calls.json(merged).get("graph").get("nodes").asInt()).isEqualTo(2);
        done("/Area/split", "{\"mentions\": [\"Surface\"], \"into\": \"Surface area\"}");
        done("/area/rename", "{\"name\": \"Areas\"}");
        done("/Areas/ban", "{\"reason\": \"r\"}");
        done("/Areas/unban", "");

        var history = Calls.json(calls.get("/api/v1/curations"));
        assertThat(history.findValuesAsText("action")).containsExactly("unban", "ban", "rename", "split", "merge");
        for (var change : history) {
            var undone = calls.postJson("/api/v1/curations/" + change.get("id").asText() + "/undo", "");
            assertThat(undone.statusCode()).as(undone.body()).isEqualTo(200);
        }
        assertThat(Calls.json(calls.get(POINTS + "?status=active")).findValuesAsText("name"))
                .containsExactlyInAnyOrder("Area", "Sum", "Law of sines");
        assertThat(grip.knowledge().auditEdges().agrees()).isTrue();
    }

    private static void done(String path, String body) {
        var response = calls.postJson(POINTS + path, body);
        assertThat(response.statusCode()).as(path + " " + response.body()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            /Sumx/merge  | {'into': 'Area'}                            | 404 | the nearest names are 'Sum'
            /Sum/merge   | {'into': 'nobody'}                          | 404 | There is no knowledge point 'nobody'
            /Sum/merge   | {'into': 'SUM'}                             | 422 | cannot be merged into itself
            /Sum/merge   | {}                                          | 400 | into is missing
            /Sum/merge   | {'into': 'Area', 'onto': 'Sum'}             | 400 | Unknown field 'onto'
            /Sum/merge   |                                             | 400 | body
            /Sum/split   | {'mentions': ['Sum', 'Adding'], 'into': 'x'} | 422 | all mentions
            /Sum/split   | {'mentions': ['Area'], 'into': 'x'}         | 404 | no mention of 'Sum'
            /Sum/split   | {'mentions': [null], 'into': 'x'}           | 400 | mentions holds null
            /Sum/split   | {'mentions': 'Sum', 'into': 'x'}            | 400 | mentions must be a list
            /Sum/rename  | {'name': 'area'}                            | 409 | merge the two instead
            /Sum/rename  | {'name': ' '}                               | 422 | blank
            /Sum/ban     | {}                                          | 422 | needs a reason
            /Sum/unban   | {}                                          | 409 | is active, not banned
            """)
    void whatCannotBeDoneIsAProblemAndChangesNothing(String path, String body, int status, String detail) {
        var response = calls.postJson(POINTS + path, body == null ? "" : body.replace('\'', '"'));

        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue(Problem.MEDIA_TYPE);
        assertThat(Calls.json(response).get("detail").asText()).contains(detail).doesNotContain("java.");
        assertThat(Calls.json(calls.get("/api/v1/curations"))).isEmpty();
    }

    @Test
    void undosAndQueriesThatCannotBeAreProblemsToo() {
        assertThat(calls.postJson("/api/v1/curations/none/undo", "").statusCode())
                .isEqualTo(404);
        done("/Sum/ban", "{\"reason\": \"r\"}");
        var id = Calls.json(calls.get("/api/v1/curations")).get(0).get("id").asText();
        assertThat(calls.postJson("/api/v1/curations/" + id + "/undo", "{\"by\": \"me\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(calls.postJson("/api/v1/curations/" + id + "/undo", "").statusCode())
                .isEqualTo(409);
        assertThat(calls.get(POINTS + "?status=gone").statusCode()).isEqualTo(400);
        assertThat(calls.get(POINTS + "?limit=0").statusCode()).isEqualTo(400);
        assertThat(calls.get(POINTS + "/nobody").statusCode()).isEqualTo(404);
    }
}

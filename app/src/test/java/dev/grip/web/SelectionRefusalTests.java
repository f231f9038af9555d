package dev.grip.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.grip.graph.Neo4jExtension;
import dev.grip.pipeline.Grip;
import dev.grip.pipeline.TestGrip;
import java.net.http.HttpResponse;
import java.nio.file.Path;
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

/** What a selection that is sent to the API may not do, and what it may not take. */
@SuppressWarnings("NullAway.Init")
@Timeout(600)
class SelectionRefusalTests {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** A clique of sixteen, in which there are more paths than anyone can walk. */
    private static final String CLIQUE =
            """
            UNWIND range(1, 16) AS i
            CREATE (:KnowledgePoint {id: 'k' + i, name: 'name ' + i, status: 'active', embedding: [1.0, toFloat(i)]})
            WITH count(*) AS made
            MATCH (a:KnowledgePoint), (b:KnowledgePoint) WHERE a.id < b.id
            CREATE (seed:Seed {id: a.id + b.id, problem: 'p', solution: 's', extraction: 'extracted'})
            CREATE (seed)-[:REQUIRES]->(a) CREATE (seed)-[:REQUIRES]->(b)
            """;

    private static final String EVERYTHING =
            """
            CALL () { MATCH (n) RETURN count(n) AS nodes, sum(size(keys(n))) AS nodeProperties }
            CALL () { MATCH ()-[r]->() RETURN count(r) AS edges, sum(r.weight) AS weights }
            CALL () { CALL gds.graph.list() YIELD graphName RETURN count(graphName) AS projections }
            RETURN nodes, nodeProperties, edges, weights, projections
            """;

    @RegisterExtension
    static final Neo4jExtension NEO4J = new Neo4jExtension();

    @TempDir
    private static Path data;

    private static Grip grip;
    private static Server server;
    private static Calls calls;
    private static Map<String, Object> before;

    @BeforeAll
    static void start() {
        NEO4J.wipe();
        grip = TestGrip.open(NEO4J, data, Map.of("selections.timeout-seconds", "2", "selections.max-rows", "1000"));
        try (var session = NEO4J.driver().session()) {
            session.run(CLIQUE).consume();
        }
        grip.buildGraph();
        server = Server.start(grip, "127.0.0.1", 0);
        calls = new Calls(server.uri());
        before = everything();
    }

    @AfterAll
    static void stop() {
        server.close();
        grip.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    CREATE (n:Trap) RETURN ['k1', 'k2'] AS knowledgePoints                               | it writes
                    MATCH (n:KnowledgePoint) SET n.name = 'x' RETURN ['k1', 'k2'] AS knowledgePoints     | it writes
                    MATCH (n:Seed) DETACH DELETE n RETURN ['k1', 'k2'] AS knowledgePoints                | it writes
                    CALL apoc.create.node(['Trap'], {}) YIELD node RETURN [node] AS knowledgePoints      | it calls apoc.create.node
                    CALL apoc.refactor.mergeNodes([], {}) YIELD node RETURN [node] AS knowledgePoints    | it calls apoc.refactor.mergeNodes
                    CALL kprg.build() YIELD nodes RETURN ['k1', 'k2'] AS knowledgePoints                 | it calls kprg.build
                    CALL gds.graph.drop('x') YIELD graphName RETURN ['k1', 'k2'] AS knowledgePoints      | it calls gds.graph.drop
                    MATCH (n:KnowledgePoint) WITH gds.graph.project('x', n, null) AS g RETURN ['k1', 'k2'] AS knowledgePoints | it makes a projection: use $projection
                    LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line AS knowledgePoints            | it has LOAD CSV
                    MATCH (n) CALL (n) { SET n.a = 1 } IN TRANSACTIONS RETURN [n] AS knowledgePoints     | it has CALL { } IN TRANSACTIONS
                    """)
    void whatDoesNotOnlyReadIsRefused(String cypher, String why) throws Exception {
        refused(cypher, "The selection must only read, but " + why);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "MATCH path = (a:KnowledgePoint)-[:CO_OCCURS*]-(b:KnowledgePoint) WITH a, b, count(path) AS paths"
                        + " RETURN [a, b] AS knowledgePoints",
                "UNWIND range(1, 10000000) AS i UNWIND range(1, 10000000) AS j WITH count(*) AS n"
                        + " RETURN ['k1', 'k2'] AS knowledgePoints"
            })
    void anEndlessOneIsStoppedInTime(String cypher) throws Exception {
        refused(cypher, "The selection took longer than 2.0 s and was stopped");
    }

    @Test
    void tenMillionRowsAreRefusedAtTheBound() throws Exception {
        refused(
                "UNWIND range(1, 10000000) AS i RETURN ['k1', 'k2'] AS knowledgePoints",
                "The selection returns more than 1000 rows: narrow it, or end it with LIMIT 1000.");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    CALL gds.no.such.stream($projection) YIELD nodeId RETURN nodeId | This server has no gds.no.such.stream: put Graph Data Science 2.13 into its plugins folder
                    RETURN apoc.no.such(1) AS knowledgePoints                       | This server has no apoc.no.such: put APOC 5.26 (apoc-core) into its plugins folder
                    UNWIND [['k1','k2'], ['k3']] AS k RETURN k AS knowledgePoints   | Row 2 of the selection: column 'knowledgePoints' holds 1 knowledge points
                    """)
    void whatCannotBeRunIsExplained(String cypher, String why) throws Exception {
        refused(cypher, why);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    'selection': 'no-such'                                        | There is no selection 'no-such'; there are strongest-novel-pairs,
                    'selection': 'cliques-around', 'parameters': {'sise': 3}      | Selection 'cliques-around' has no parameter 'sise'; it has knowledgePoint, size, limit
                    'selection': 'cliques-around', 'parameters': {'size': 'big'}  | Parameter size of selection 'cliques-around' is big; it must be a whole number, such as 3
                    'selection': 'cliques-around', 'kinds': ['ONE_HOP']           | selection chooses the combinations itself: leave out kinds, or leave out selection
                    'selection': 'cliques-around', 'cypher': 'RETURN 1'           | leave out cypher, or leave out selection
                    'parameters': {'size': 3}, 'kinds': ['ONE_HOP']               | parameters belong to cypher or a selection
                    """)
    void aNamedSelectionThatCannotBeMeantIsRefused(String fields, String why) {
        refused(fields.replace('\'', '"'), why, "/api/v1/combinations/preview");
        refused(fields.replace('\'', '"'), why, "/api/v1/runs");
    }

    private static void refused(String cypher, String why) throws Exception {
        for (var path : new String[] {"/api/v1/combinations/preview", "/api/v1/runs"}) {
            refused("\"cypher\": " + JSON.writeValueAsString(cypher), why, path);
        }
    }

    private static void refused(String fields, String why, String path) {
        HttpResponse<String> response = calls.postJson(path, "{" + fields + "}");

        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type")).hasValue(Problem.MEDIA_TYPE);
        assertThat(Calls.json(response).get("detail").asText())
                .contains(why.replace('~', '"'))
                .doesNotContain("\n");
        assertThat(everything()).isEqualTo(before);
    }

    private static Map<String, Object> everything() {
        try (var session = NEO4J.driver().session()) {
            return session.run(EVERYTHING).single().asMap();
        }
    }
}

package dev.grip.kprg.loading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grip.kprg.procedures.InProcessNeo4j;
import dev.grip.kprg.procedures.Kprg;
import dev.grip.kprg.projection.KprgGraph;
import dev.grip.kprg.runtime.Cancellation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.configuration.Config;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.kernel.internal.GraphDatabaseAPI;

/** What is read and what is refused, on several threads and, with changes of the transaction's own, on one. */
@ExtendWith(InProcessNeo4j.class)
class KernelLoaderTests {

    private static final String TWO =
            "CREATE (a:KnowledgePoint {id: 'a'}), (b:KnowledgePoint {id: 'b', status: 'active'}), (:Kprg {id: 'kprg', epoch: 1})";

    private final Kprg kprg;
    private final GraphDatabaseService database;

    KernelLoaderTests(Kprg kprg, GraphDatabaseService database) {
        this.kprg = kprg;
        this.database = database;
    }

    @BeforeEach
    void twoKnowledgePoints() {
        kprg.run(TWO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2", "65535", "65536", "2147483647"})
    void readsEveryWeightAnIntegerCanHold(String weight) {
        connect(weight);
        assertThat(edges()).containsExactly("a b " + weight);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "2147483648", "9223372036854775807", "1.5", "2.0", "'3'", "true", "[1]"})
    void refusesWhatIsNoWeight(String weight) {
        connect(weight);
        assertThatThrownBy(this::edges)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("CO_OCCURS from 'a' to 'b' has the weight ")
                .hasMessageEndingWith(": CALL kprg.build() to repair it");
        assertThatThrownBy(() -> kprg.run("CALL kprg.oneHop()")).hasMessageContaining("CO_OCCURS from 'a' to 'b'");
    }

    @Test
    void refusesAnEdgeWithoutAWeight() {
        kprg.run("MATCH (a {id: 'a'}), (b {id: 'b'}) CREATE (a)-[:CO_OCCURS]->(b)");
        assertThatThrownBy(this::edges)
                .hasMessage("CO_OCCURS from 'a' to 'b' has the weight none: CALL kprg.build() to repair it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{id: ''}", "{id: 7}", "{name: 'x'}"})
    void refusesAKnowledgePointWithoutAnId(String properties) {
        kprg.run("CREATE (:KnowledgePoint %s)".formatted(properties));
        assertThatThrownBy(this::edges)
                .hasMessageStartingWith("The knowledge point 4:")
                .hasMessageContaining(properties.contains("name") ? "(name: x) has no id" : "(name: none) has no id");
    }

    @Test
    void refusesTwoActiveKnowledgePointsWithOneId() {
        kprg.run("DROP CONSTRAINT kp");
        kprg.run("CREATE (:KnowledgePoint {id: 'a', status: 'banned'})");
        assertThat(edges()).isEmpty();
        kprg.run("CREATE (:KnowledgePoint {id: 'a', status: 'active'})");
        assertThatThrownBy(this::edges)
                .hasMessage("Two active knowledge points have the id 'a': merge them or change one");
    }

    @Test
    void leavesOutWhatIsNotActiveWithItsEdgesAndRequirements() {
        kprg.run("MATCH (a {id: 'a'}), (b {id: 'b'}) CREATE (c:KnowledgePoint {id: 'c', status: 'banned'}),"
                + " (a)-[:CO_OCCURS {weight: 1}]->(b), (a)-[:CO_OCCURS {weight: 'no'}]->(c), (a)<-[:CO_OCCURS]-(c),"
                + " (:Seed)-[:REQUIRES]->(c), (:Seed)-[:REQUIRES]->(a), (:Other)-[:REQUIRES]->(a),"
                + " (a)-[:SIMILAR {weight: 4}]->(b), (:Other)-[:CO_OCCURS {weight: 3}]->(a)");
        KprgGraph graph = load();
        assertThat(graph.nodes()).isEqualTo(2);
        assertThat(edges(graph)).containsExactly("a b 1");
        assertThat(graph.seeds().count(0)).isEqualTo(1);
        assertThat(graph.seeds().count(1)).isZero();
    }

    @Test
    void selfLoopsDoNotCountAndParallelEdgesCountOnceWithTheLargestWeight() {
        kprg.run(
                "MATCH (a {id: 'a'}), (b {id: 'b'}) CREATE (a)-[:CO_OCCURS {weight: 8}]->(a),"
                        + " (a)-[:CO_OCCURS {weight: 1}]->(b), (b)-[:CO_OCCURS {weight: 3}]->(a), (a)-[:CO_OCCURS {weight: 2}]->(b)");
        assertThat(edges()).containsExactly("a b 3");
    }

    @Test
    void aGraphOfManyPartitionsIsReadCompletely() {
        int nodes = 3_000;
        kprg.run("MATCH (k:KnowledgePoint) DELETE k");
        kprg.run("UNWIND range(0, %d) AS i CREATE (:Other), (:KnowledgePoint {id: 'k' + i})".formatted(nodes - 1));
        kprg.run("MATCH (k:KnowledgePoint) WITH collect(k) AS ks UNWIND range(0, size(ks) - 2) AS i"
                + " UNWIND range(1, 5) AS d WITH ks[i] AS a, ks[(i + d * d) % size(ks)] AS b, d, i"
                + " CREATE (a)-[:CO_OCCURS {weight: 1 + d * i}]->(b), (:Seed)-[:REQUIRES]->(a), (b)-[:OTHER]->(a)");
        KprgGraph together = loaded(false);
        KprgGraph alone = loaded(true);
        assertThat(together.nodes()).isEqualTo(nodes);
        assertThat(together.edges()).isEqualTo((int) kprg.number("MATCH (a)-[r:CO_OCCURS]->(b) WITH DISTINCT"
                + " CASE WHEN a.id < b.id THEN [a.id, b.id] ELSE [b.id, a.id] END AS e RETURN count(e)"));
        assertThat(IntStream.range(0, nodes).map(together.seeds()::count).sum()).isEqualTo(5 * (nodes - 1));
        assertThat(edges(alone)).isEqualTo(edges(together));
        assertThat(alone.content()).isEqualTo(together.content());
    }

    @Test
    void saysHowToMakeALookupIndexThatIsMissing() {
        String name = kprg.run("SHOW INDEXES YIELD name, type, entityType WHERE type = 'LOOKUP' AND entityType ="
                        + " 'RELATIONSHIP' RETURN name")
                .get(0)
                .get(0)
                .asString();
        connect("1");
        kprg.run("DROP INDEX `%s`".formatted(name));
        try {
            assertThatThrownBy(() -> kprg.run("CALL kprg.oneHop()"))
                    .hasMessageContaining("The lookup index by which kprg finds relationships is missing:"
                            + " CREATE LOOKUP INDEX types FOR ()-[r]-() ON EACH type(r), then CALL db.awaitIndexes()");
        } finally {
            kprg.run("CREATE LOOKUP INDEX types FOR ()-[r]-() ON EACH type(r)");
            kprg.run("CALL db.awaitIndexes()");
        }
        assertThat(kprg.run("CALL kprg.oneHop()")).hasSize(1);
    }

    @Test
    void aLimitThatIsTooSmallIsRefusedThroughTheProcedure() {
        connect("1");
        Config config = ((GraphDatabaseAPI) database).getDependencyResolver().resolveDependency(Config.class);
        long before = config.get(KprgSettings.PROJECTION_MEMORY_LIMIT);
        config.setDynamic(KprgSettings.PROJECTION_MEMORY_LIMIT, 100L, "test");
        try {
            assertThatThrownBy(() -> kprg.run("CALL kprg.info()"))
                    .hasMessageContaining("The projection of the KPRG needs about 116 bytes (1 relationships of 20,"
                            + " 2 knowledge points of 48), more than the 100 bytes of"
                            + " server.kprg.projection.memory_limit: raise that setting in neo4j.conf to at least 116");
        } finally {
            config.setDynamic(KprgSettings.PROJECTION_MEMORY_LIMIT, before, "test");
        }
        assertThat(kprg.run("CALL kprg.info()")).hasSize(1);
    }

    @Test
    void loadingShowsInTheStatusDetailsOfTheTransaction() {
        var seen = new ArrayList<String>();
        try (var transaction = database.beginTx()) {
            new KernelLoader(transaction, new Pace(() -> seen.addAll(statusDetails()), Database.progress(transaction)))
                    .load(1, Cancellation.NEVER);
        }
        assertThat(seen).contains("kprg: loading, 0 knowledge points", "kprg: loading, 0 relationships");
    }

    @Test
    void whatWasLoadedShowsWhileAListingIsHeldOpen() {
        kprg.run("UNWIND range(1, 3000) AS i CREATE (:KnowledgePoint {id: 'z' + i})");
        kprg.run("MATCH (a:KnowledgePoint {id: 'a'}), (k:KnowledgePoint) WHERE k.id STARTS WITH 'z'"
                + " CREATE (a)-[:CO_OCCURS {weight: 1}]->(k)");
        try (var session = kprg.driver().session()) {
            var listing = session.run("CALL kprg.oneHop()");
            listing.next();
            assertThat(statusDetails()).contains("kprg: loaded, 3,002 knowledge points, 3,000 edges");
            listing.consume();
        }
    }

    private List<String> statusDetails() {
        return kprg.run("SHOW TRANSACTIONS YIELD statusDetails").stream()
                .map(row -> row.get(0).asString())
                .toList();
    }

    private void connect(String weight) {
        kprg.run("MATCH (a {id: 'a'}), (b {id: 'b'}) CREATE (a)-[:CO_OCCURS {weight: %s}]->(b)".formatted(weight));
    }

    private List<String> edges() {
        return edges(load());
    }

    private KprgGraph load() {
        KprgGraph graph = loaded(false);
        assertThat(edges(loaded(true))).isEqualTo(edges(graph));
        return graph;
    }

    private KprgGraph loaded(boolean withOwnChanges) {
        try (var transaction = database.beginTx()) {
            if (withOwnChanges) {
                transaction.createNode();
            }
            return new KernelLoader(transaction, new Pace(Cancellation.NEVER, Database.progress(transaction)))
                    .load(1, Cancellation.NEVER);
        }
    }

    private static List<String> edges(KprgGraph graph) {
        var edges = new ArrayList<String>();
        for (int node = 0; node < graph.nodes(); node++) {
            for (int slot = graph.begin(node); slot < graph.end(node); slot++) {
                if (node < graph.target(slot)) {
                    edges.add("%s %s %d".formatted(graph.id(node), graph.id(graph.target(slot)), graph.weight(slot)));
                }
            }
        }
        return edges;
    }
}

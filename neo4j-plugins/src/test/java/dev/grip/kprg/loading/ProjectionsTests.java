package dev.grip.kprg.loading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grip.kprg.procedures.InProcessNeo4j;
import dev.grip.kprg.procedures.Kprg;
import dev.grip.kprg.projection.KprgGraph;
import dev.grip.kprg.runtime.Cancellation;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;

/** Sharing and staleness: who loads, who waits, and which changes lead to another projection. */
@ExtendWith(InProcessNeo4j.class)
class ProjectionsTests {

    private static final String CHANGES =
            """
            change                                                                    | kprg
            CREATE (:KnowledgePoint {id: 'e'})                                        | 5 points 3 edges 6 required
            MATCH (k {id: 'd'}) DETACH DELETE k                                       | 3 points 3 edges 5 required
            MATCH (k {id: 'a'}) SET k.status = 'banned'                               | 3 points 1 edges 4 required
            MATCH (k {id: 'off'}) REMOVE k.status                                     | 5 points 3 edges 6 required
            MATCH (k {id: 'd'}) SET k.id = 'dd'                                       | 4 points 3 edges 6 required
            MATCH (k {id: 'd'}) REMOVE k:KnowledgePoint                               | 3 points 3 edges 5 required
            MATCH (p:Problem) SET p:KnowledgePoint                                    | 5 points 3 edges 6 required
            MATCH (a {id: 'a'}), (d {id: 'd'}) CREATE (d)-[:CO_OCCURS {weight: 9}]->(a) | 4 points 4 edges 6 required
            MATCH ({id: 'a'})-[r:CO_OCCURS]->({id: 'b'}) DELETE r                     | 4 points 2 edges 6 required
            MATCH ({id: 'a'})-[r:CO_OCCURS]->({id: 'b'}) SET r.weight = 9             | 4 points 3 edges 6 required
            MATCH (s {id: 's2'}), (a {id: 'a'}) CREATE (s)-[:REQUIRES]->(a)           | 4 points 3 edges 7 required
            MATCH ({id: 's0'})-[r:REQUIRES]->({id: 'c'}) DELETE r                     | 4 points 3 edges 5 required
            MATCH (s {id: 's0'}) REMOVE s:Seed                                        | 4 points 3 edges 3 required
            MATCH (s {id: 's2'}) DETACH DELETE s                                      | 4 points 3 edges 5 required
            MATCH (k:Kprg) SET k.epoch = 7                                            | 4 points 3 edges 6 required
            """;

    private final Kprg kprg;
    private final GraphDatabaseService database;

    ProjectionsTests(Kprg kprg, GraphDatabaseService database) {
        this.kprg = kprg;
        this.database = database;
    }

    @BeforeEach
    void threeSeedsAndAProblem() {
        kprg.seeds(List.of(List.of("a", "b", "c"), List.of("a", "b"), List.of("d")));
        kprg.run("CREATE (:KnowledgePoint {id: 'off', status: 'banned'}), (:Problem {key: 'p', id: 'p'})");
        kprg.build();
    }

    @Test
    void thereIsNoneBeforeTheFirstBuild() {
        kprg.run("MATCH (k:Kprg) DELETE k");
        try (var transaction = database.beginTx()) {
            assertThat(Projections.current(database, transaction, Cancellation.NEVER))
                    .isEmpty();
        }
    }

    @Test
    void theSameOneIsSharedUntilSomethingChanges() {
        KprgGraph first = current();
        assertThat(shape(first)).isEqualTo("4 points 3 edges 6 required");
        assertThat(current()).isSameAs(first);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = CHANGES)
    void committedChangesAreSeen(String change, String expected) {
        KprgGraph before = current();
        kprg.run(change);
        KprgGraph after = current();
        assertThat(after).isNotSameAs(before);
        assertThat(shape(after)).isEqualTo(expected);
        assertThat(current()).isSameAs(after);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = CHANGES)
    void aTransactionSeesItsOwnChangesAndSharesThemWithNobody(String change, String expected) {
        KprgGraph before = current();
        try (var transaction = database.beginTx()) {
            transaction.execute(change).close();
            KprgGraph own = current(transaction, Cancellation.NEVER);
            assertThat(shape(own)).isEqualTo(expected);
            assertThat(current(transaction, Cancellation.NEVER)).isNotSameAs(own);
            assertThat(current()).isSameAs(before);
        }
        assertThat(current()).isSameAs(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    UNWIND range(1, 50) AS i CREATE (:Problem {id: 'q' + i, status: 'x', key: i, weight: 2})
                    MATCH (p:Problem) SET p.id = 'other', p.status = 'done', p.epoch = 4
                    MATCH (p:Problem), (k:KnowledgePoint) CREATE (p)-[:USES {weight: 1}]->(k)
                    MATCH (p:Problem), (s:Seed) CREATE (p)-[:GENERATED_FROM {weight: 1}]->(s)
                    MATCH (k:KnowledgePoint) SET k.embedding = [1.0, 2.0], k.name = 'another'
                    MATCH (k:Kprg) SET k.builtAt = datetime()
                    """)
    void otherChangesAreNoReasonToLoadAgain(String change) {
        KprgGraph before = current();
        kprg.run(change);
        assertThat(current()).isSameAs(before);
        try (var transaction = database.beginTx()) {
            transaction.execute(change).close();
            assertThat(current(transaction, Cancellation.NEVER)).isSameAs(before);
        }
    }

    @Test
    void whatATransactionWithOtherChangesLoadsIsShared() {
        try (var transaction = database.beginTx()) {
            transaction.execute("CREATE (:Problem {key: 'q'})").close();
            KprgGraph loaded = current(transaction, Cancellation.NEVER);
            assertThat(shape(loaded)).isEqualTo("4 points 3 edges 6 required");
            assertThat(current()).isSameAs(loaded);
        }
    }

    @Test
    void aRolledBackChangeIsNotSeen() {
        try (var session = kprg.driver().session();
                var transaction = session.beginTransaction()) {
            transaction.run("MATCH (k {id: 'd'}) DETACH DELETE k").consume();
            transaction.rollback();
        }
        assertThat(shape(current())).isEqualTo("4 points 3 edges 6 required");
        kprg.run("MATCH (k {id: 'd'}) DETACH DELETE k");
        assertThat(shape(current())).isEqualTo("3 points 3 edges 5 required");
    }

    @Test
    void theFingerprintTellsContentsApartAndNothingElse() {
        long before = current().content();
        kprg.run("MATCH ({id: 'a'})-[r:CO_OCCURS]->({id: 'b'}) SET r.weight = 9");
        assertThat(current().content()).isNotEqualTo(before);
        kprg.run("MATCH (a {id: 'a'})-[r:CO_OCCURS]->(b {id: 'b'}) DELETE r CREATE (b)-[:CO_OCCURS {weight: 2}]->(a)");
        assertThat(current().content()).isEqualTo(before);
        kprg.run("MATCH (k {id: 'd'}) SET k.id = 'dd'");
        assertThat(current().content()).isNotEqualTo(before);
    }

    @Test
    void eightCallersAtOnceLoadOnce() throws Exception {
        var ready = new CountDownLatch(8);
        Callable<KprgGraph> call = () -> {
            ready.countDown();
            ready.await();
            return current();
        };
        var threads = Executors.newFixedThreadPool(8);
        try {
            var loaded = threads.invokeAll(Stream.generate(() -> call).limit(8).toList());
            KprgGraph first = loaded.get(0).get();
            for (var other : loaded) {
                assertThat(other.get()).isSameAs(first);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aChangeCommittedWhileLoadingIsLoadedToo() {
        var changed = new AtomicBoolean();
        try (var transaction = database.beginTx()) {
            KprgGraph loaded = current(transaction, () -> {
                if (!changed.getAndSet(true)) {
                    kprg.run("CREATE (:KnowledgePoint {id: 'e'})");
                }
            });
            assertThat(shape(loaded)).isEqualTo("5 points 3 edges 6 required");
            assertThat(current()).isSameAs(loaded);
        }
    }

    @Test
    void whoChangesAllTheTimeIsToldWhyNothingIsLoaded() {
        kprg.run("CREATE (:KnowledgePoint {id: 'e'})");
        try (var transaction = database.beginTx()) {
            assertThatThrownBy(
                            () -> current(
                                    transaction,
                                    () -> kprg.run(
                                            "MATCH (k {id: 'e'}) SET k.status = CASE k.status WHEN 'active' THEN null ELSE 'active' END")))
                    .hasMessage(
                            "The KPRG was changed 5 times while it was being loaded: try again when the changes are over");
        }
        assertThat(shape(current())).isEqualTo("5 points 3 edges 6 required");
    }

    @Test
    void aCancelledLoadLeavesTheNextOneToLoad() {
        kprg.run("CREATE (:KnowledgePoint {id: 'e'})");
        try (var transaction = database.beginTx()) {
            assertThatThrownBy(() -> current(transaction, ProjectionsTests::cancel))
                    .hasMessage("cancelled");
        }
        assertThat(shape(current())).isEqualTo("5 points 3 edges 6 required");
    }

    @Test
    void whoWaitsForALoadCanBeCancelled() throws Exception {
        kprg.run("CREATE (:KnowledgePoint {id: 'e'})");
        var loading = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var thread = Executors.newSingleThreadExecutor();
        try (var waiting = database.beginTx()) {
            var load = thread.submit(() -> {
                try (var transaction = database.beginTx()) {
                    return current(transaction, () -> {
                        loading.countDown();
                        await(goOn);
                    });
                }
            });
            await(loading);
            assertThatThrownBy(() -> current(waiting, ProjectionsTests::cancel)).hasMessage("cancelled");
            assertThat(load.isDone()).isFalse();
            goOn.countDown();
            assertThat(current()).isSameAs(load.get(1, TimeUnit.MINUTES));
        } finally {
            goOn.countDown();
            thread.shutdownNow();
        }
    }

    private KprgGraph current() {
        try (var transaction = database.beginTx()) {
            return current(transaction, Cancellation.NEVER);
        }
    }

    private KprgGraph current(Transaction transaction, Cancellation cancellation) {
        return Projections.current(database, transaction, cancellation).orElseThrow();
    }

    private static String shape(KprgGraph kprg) {
        KprgGraph graph = kprg;
        int required = 0;
        for (int node = 0; node < graph.nodes(); node++) {
            required += graph.seeds().count(node);
        }
        return "%d points %d edges %d required".formatted(graph.nodes(), graph.edges(), required);
    }

    private static void cancel() {
        throw new IllegalStateException("cancelled");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}

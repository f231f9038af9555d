package dev.grip.pipeline.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grip.graph.Graph;
import dev.grip.graph.Neo4jExtension;
import dev.grip.pipeline.CuttableProxy;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The group-commit writer on a real Neo4j. */
@Timeout(value = 3, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ResultWriterTests {

    @RegisterExtension
    static final Neo4jExtension NEO4J = new Neo4jExtension();

    private static final Duration NEVER = Duration.ofHours(1);

    private final List<RuntimeException> refusals = new ArrayList<>();

    @BeforeEach
    void fill() {
        NEO4J.wipe();
        read("CREATE (:Combination {key: 'c1'}), (:Run {id: 'r1', term: 1}), (:Slice {id: 'sl1', run: 'r1', state:"
                + " 'planned'}) RETURN 0");
    }

    @Test
    void whatWasPutIsStoredWhenSomebodyWaitsForIt() throws Exception {
        try (ResultWriter writer = new ResultWriter(NEO4J.graph(), 1000, NEVER)) {
            writer.put(vote("j1", "p1"));
            writer.put(problem("p1", "text"));
            assertThat(read("MATCH (p:Problem) RETURN count(p)")).isEqualTo(0L);

            writer.commit(slice(1)).get();

            assertThat(read("MATCH (s:Slice) RETURN s.done")).isEqualTo(1L);
            assertThat(read("MATCH (:Judgement)-[:OF]->(:Problem)-[:GENERATED_FROM]->(:Combination) RETURN count(*)"))
                    .as("in one transaction a problem comes before what refers to it")
                    .isEqualTo(1L);
        }
    }

    @Test
    void enoughRowsAreStoredAtOnce() throws Exception {
        try (ResultWriter writer = new ResultWriter(NEO4J.graph(), 3, NEVER)) {
            writer.put(problem("p1", "text"));
            writer.put(problem("p2", "text"));
            writer.put(problem("p3", "text"));
            until("MATCH (p:Problem) RETURN count(p)", 3L);
        }
    }

    @Test
    void fewRowsAreStoredAfterAWhile() throws Exception {
        try (ResultWriter writer = new ResultWriter(NEO4J.graph(), 1000, Duration.ofMillis(50))) {
            writer.put(problem("p1", "text"));
            until("MATCH (p:Problem) RETURN count(p)", 1L);
        }
    }

    @Test
    void closingStoresWhatWaits() {
        ResultWriter writer = new ResultWriter(NEO4J.graph(), 1000, NEVER);
        writer.put(problem("p1", "text"));

        writer.close();

        assertThat(read("MATCH (p:Problem) RETURN count(p)")).isEqualTo(1L);
        assertThatThrownBy(() -> writer.put(problem("p2", "text"))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theSameRowTwiceIsOneNodeAndTheLastStateOfASliceCounts() throws Exception {
        try (ResultWriter writer = new ResultWriter(NEO4J.graph(), 1000, NEVER)) {
            writer.put(problem("p1", "first"));
            writer.commit(slice(1)).get();
            writer.put(problem("p1", "second"));
            writer.put(slice(2));
            writer.commit(slice(3)).get();
        }
        assertThat(read("MATCH (p:Problem) RETURN collect(p.text)")).isEqualTo(List.of("first"));
        assertThat(read("MATCH (s:Slice) RETURN s.done")).isEqualTo(3L);
    }

    @Test
    void aCoordinatorOfAnOlderTermHasNoSay() throws Exception {
        try (ResultWriter writer = new ResultWriter(NEO4J.graph(), 1000, NEVER)) {
            read("MATCH (run:Run) SET run.term = 2 RETURN 0");
            writer.commit(slice(1)).get();
        }
        assertThat(read("MATCH (s:Slice) RETURN s.done")).isNull();
    }

    @Test
    void aRowThatCanNeverBeStoredIsLeftOutAndItsOwnerToldBeforeLaterRowsAreWritten() throws Exception {
        AtomicInteger toldBefore = new AtomicInteger(-1);
        try (ResultWriter writer = new ResultWriter(NEO4J.graph(), 1000, NEVER)) {
            for (int i = 0; i < 20; i++) {
                writer.put(problem("p" + i, "text"));
            }
            writer.put(new Row(RowType.PROBLEM, "poison", () -> poison(), refusals::add));
            for (int i = 20; i < 40; i++) {
                writer.put(problem("p" + i, "text"));
            }
            Row last = slice(1);
            writer.commit(new Row(
                            last.type(),
                            last.key(),
                            () -> {
                                toldBefore.set(refusals.size());
                                return last.content().get();
                            },
                            last.refused()))
                    .get();
        }
        assertThat(read("MATCH (p:Problem) RETURN count(p)")).isEqualTo(40L);
        assertThat(read("MATCH (s:Slice) RETURN s.done")).isEqualTo(1L);
        assertThat(refusals).hasSize(1);
        assertThat(toldBefore).hasValue(1);
    }

    @Test
    void aRowThatWasRefusedOnlyForAWhileIsStoredAndNotLeftOut() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        try (ResultWriter writer = new ResultWriter(NEO4J.graph(), 1000, NEVER)) {
            Row good = problem("p1", "text");
            writer.commit(new Row(
                            good.type(),
                            good.key(),
                            () -> asked.getAndIncrement() == 0
                                    ? poison()
                                    : good.content().get(),
                            refusals::add))
                    .get();
        }
        assertThat(read("MATCH (p:Problem) RETURN collect(p.key)")).isEqualTo(List.of("p1"));
        assertThat(refusals).isEmpty();
    }

    @Test
    void whoWaitsForARowIsToldWhenWritingBreaksForGood() {
        try (ResultWriter writer = new ResultWriter(NEO4J.graph(), 1000, NEVER)) {
            Row broken = problem("p1", "text");
            CompletableFuture<Void> stored = writer.commit(new Row(
                    broken.type(),
                    broken.key(),
                    () -> {
                        throw new OutOfMemoryError("as if");
                    },
                    refusals::add));

            assertThatThrownBy(stored::get).hasCauseInstanceOf(OutOfMemoryError.class);
            assertThatThrownBy(() -> writer.put(problem("p2", "text")))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("as if", "start grip again");
        }
    }

    @Test
    void whileTheDatabaseIsAwayRowsAreKeptAndPuttingWaitsOnceThereAreTooMany() throws Exception {
        try (CuttableProxy proxy = new CuttableProxy(NEO4J.embedded().boltUri().getPort());
                Graph graph = Graph.connect(
                        URI.create("bolt://127.0.0.1:" + proxy.port()),
                        NEO4J.embedded().username(),
                        NEO4J.embedded().password(),
                        "neo4j");
                ResultWriter writer = new ResultWriter(graph, 2, NEVER)) {
            writer.commit(problem("first", "text")).get();
            proxy.cut();
            AtomicInteger put = new AtomicInteger();
            CompletableFuture<Void> all = CompletableFuture.runAsync(() -> {
                for (int i = 0; i < 40; i++) {
                    writer.put(problem("p" + i, "text"));
                    put.incrementAndGet();
                }
            });
            assertThatThrownBy(() -> all.get(2, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
            assertThat(put.get()).as("bounded").isLessThan(40);
            proxy.mend();
            all.get();
            writer.commit(problem("last", "text")).get();
        }
        assertThat(read("MATCH (p:Problem) RETURN count(p)")).isEqualTo(42L);
    }

    private static Row problem(String key, String text) {
        return row(
                RowType.PROBLEM,
                key,
                Map.of("key", key, "combination", "c1", "properties", Map.of("key", key, "text", text)));
    }

    /** A property cannot be a map. */
    private static Map<String, Object> poison() {
        return new HashMap<>(Map.of(
                "key", "poison", "combination", "c1", "properties", Map.of("key", "poison", "text", Map.of("a", 1))));
    }

    private static Row vote(String key, String problem) {
        return row(RowType.PROBLEM_VOTE, key, Map.of("key", key, "subject", problem, "properties", Map.of("key", key)));
    }

    private static Row slice(long done) {
        return row(
                RowType.SLICE, "sl1", Map.of("key", "sl1", "run", "r1", "term", 1, "properties", Map.of("done", done)));
    }

    private static Row row(RowType type, String key, Map<String, Object> content) {
        return new Row(type, key, () -> new HashMap<>(content), refusal -> {
            throw new AssertionError("refused: " + key, refusal);
        });
    }

    private static Object read(String cypher) {
        try (var session = NEO4J.driver().session()) {
            return session.run(cypher).single().get(0).asObject();
        }
    }

    private static void until(String cypher, Object value) throws InterruptedException, ExecutionException {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (!read(cypher).equals(value)) {
            assertThat(System.nanoTime()).isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }
}

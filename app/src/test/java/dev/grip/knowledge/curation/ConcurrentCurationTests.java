package dev.grip.knowledge.curation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grip.graph.Neo4jExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Changes by hand that several people make at once, each with a program of their own: only the graph's lock is between them. */
final class ConcurrentCurationTests {

    @RegisterExtension
    static final Neo4jExtension NEO4J = new Neo4jExtension();

    @Test
    void ofTwoThatExcludeEachOtherOneIsRefusedAndNothingIsLost() throws Exception {
        for (int round = 0; round < 5; round++) {
            var setting = new CurationSetting(NEO4J)
                    .knowledgePoint("A")
                    .knowledgePoint("B")
                    .seed("s1", "A")
                    .seed("s2", "B")
                    .built();
            List<String> outcomes = together(List.of(
                    () -> setting.curator.merge("A", "B", CurationSetting.note()),
                    () -> new Curator(setting.repository).merge("B", "A", CurationSetting.note())));

            assertThat(outcomes).containsOnlyOnce("done");
            assertThat(outcomes).anyMatch(words -> words.matches("'[AB]' is merged into '[AB]'.*"));
            assertThat(setting.column(
                            "MATCH (kp:KnowledgePoint)<-[:REQUIRES]-(s) WHERE kp.status = 'active' RETURN s.id"))
                    .containsExactlyInAnyOrder("s1", "s2");
            assertThat(setting.column("MATCH (c:Curation) RETURN c.undone")).containsExactly(false);
        }
    }

    @Test
    void manyAtOnceAreAllDoneOneAfterTheOther() throws Exception {
        var setting = new CurationSetting(NEO4J).knowledgePoint("Whole");
        IntStream.range(0, 8).forEach(i -> setting.knowledgePoint("Part " + i).seed("s" + i, "Part " + i));
        setting.built();
        List<Callable<Object>> merges = new ArrayList<>();
        IntStream.range(0, 8)
                .forEach(i -> merges.add(
                        () -> new Curator(setting.repository).merge("Part " + i, "Whole", CurationSetting.note())));

        assertThat(together(merges)).containsOnly("done");

        assertThat(setting.column("MATCH (:Seed)-[:REQUIRES]->(kp {name: 'Whole'}) RETURN count(*)"))
                .containsExactly(8L);
        assertThat(setting.column("MATCH (c:Curation) RETURN count(DISTINCT c.sequence)"))
                .containsExactly(8L);
        for (int i = 0; i < 8; i++) {
            setting.curator.undo(null, "");
        }
        assertThat(setting.column(
                        "MATCH (kp:KnowledgePoint {status: 'active'})<-[:REQUIRES]-() RETURN count(DISTINCT kp)"))
                .containsExactly(8L);
    }

    /** What became of changes that begin at the same moment: done, or the words of the refusal. */
    private static List<String> together(List<Callable<Object>> changes) throws Exception {
        var threads = Executors.newFixedThreadPool(changes.size());
        try {
            var start = new CyclicBarrier(changes.size());
            var running = changes.stream()
                    .map(change -> threads.submit(() -> {
                        start.await(60, TimeUnit.SECONDS);
                        try {
                            change.call();
                            return "done";
                        } catch (CurationException refusal) {
                            return String.valueOf(refusal.getMessage());
                        }
                    }))
                    .toList();
            List<String> outcomes = new ArrayList<>();
            for (var one : running) {
                outcomes.add(one.get(120, TimeUnit.SECONDS));
            }
            return outcomes;
        } finally {
            threads.shutdownNow();
        }
    }
}

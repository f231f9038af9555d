package dev.grip.kprg.procedures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(InProcessNeo4j.class)
class BuildProcedureTests {

    private static final String EDGES =
            "MATCH (a:KnowledgePoint)-[r:CO_OCCURS]->(b) RETURN a.id + b.id + r.weight AS edge ORDER BY edge";

    private final Kprg kprg;

    BuildProcedureTests(Kprg kprg) {
        this.kprg = kprg;
    }

    @BeforeEach
    void threeSeeds() {
        kprg.seeds(List.of(List.of("c", "a", "b"), List.of("b", "a"), List.of("d")));
    }

    @Test
    void weighsAnEdgeByItsSeedsAndPointsItAtTheLargerId() {
        assertThat(kprg.build())
                .containsAllEntriesOf(
                        Map.of("nodes", 4L, "edges", 3L, "created", 3L, "updated", 0L, "deleted", 0L, "epoch", 1L));
        assertThat(edges()).containsExactly("ab2", "ac1", "bc1");
        assertThat(kprg.run("MATCH (k:Kprg {id: 'kprg'}) RETURN k.nodes, k.edges, k.epoch, k.builtAt IS NOT NULL")
                        .get(0)
                        .values()
                        .toString())
                .isEqualTo("[4, 3, 1, TRUE]");
    }

    @Test
    void aSecondBuildWritesNothing() {
        kprg.build();
        Object builtAt =
                kprg.run("MATCH (k:Kprg) RETURN k.builtAt").get(0).get(0).asObject();
        assertThat(kprg.build())
                .containsAllEntriesOf(Map.of("edges", 3L, "created", 0L, "updated", 0L, "deleted", 0L, "epoch", 1L));
        var summary =
                kprg.driver().executableQuery("CALL kprg.build()").execute().summary();
        assertThat(summary.counters().containsUpdates()).isFalse();
        assertThat(kprg.run("MATCH (k:Kprg) RETURN k.builtAt").get(0).get(0).asObject())
                .isEqualTo(builtAt);
    }

    @Test
    void updatesAddsAndRemovesWhatChangedAndLeavesTheRestAlone() {
        kprg.build();
        String kept = "MATCH ({id: 'a'})-[r:CO_OCCURS]->({id: 'b'}) RETURN elementId(r)";
        Object before = kprg.run(kept).get(0).get(0).asObject();
        kprg.run("MATCH (:Seed {id: 's0'})-[r:REQUIRES]->({id: 'c'}) DELETE r");
        kprg.run(
                "MATCH (s:Seed {id: 's2'}), (a {id: 'a'}), (b {id: 'b'}) CREATE (s)-[:REQUIRES]->(a), (s)-[:REQUIRES]->(b)");
        assertThat(kprg.build())
                .containsAllEntriesOf(Map.of("edges", 3L, "created", 2L, "updated", 1L, "deleted", 2L, "epoch", 2L));
        assertThat(edges()).containsExactly("ab3", "ad1", "bd1");
        assertThat(kprg.run(kept).get(0).get(0).asObject()).isEqualTo(before);
    }

    @Test
    void aSeedThatRequiresTwiceCountsOnce() {
        kprg.run("MATCH (s:Seed {id: 's1'}), (a {id: 'a'}) CREATE (s)-[:REQUIRES]->(a)");
        kprg.build();
        assertThat(edges()).contains("ab2");
    }

    @Test
    void removesEdgesThatShouldNotBeThere() {
        kprg.build();
        kprg.run("MATCH (a {id: 'a'}), (b {id: 'b'}), (d {id: 'd'}) CREATE (b)-[:CO_OCCURS {weight: 9}]->(a),"
                + " (a)-[:CO_OCCURS {weight: 2}]->(b), (a)-[:CO_OCCURS]->(d), (a)-[:CO_OCCURS]->(a)");
        assertThat(kprg.build()).containsEntry("deleted", 4L);
        assertThat(edges()).containsExactly("ab2", "ac1", "bc1");
    }

    @Test
    void leavesOutWhatIsNotActive() {
        kprg.build();
        kprg.run("MATCH (k {id: 'c'}) SET k.status = 'banned'");
        assertThat(kprg.build()).containsAllEntriesOf(Map.of("nodes", 3L, "edges", 1L, "deleted", 2L, "epoch", 2L));
        assertThat(kprg.combinations("kprg.oneHop", Map.of())).containsExactly(List.of("a", "b"));
        assertThat(kprg.run("CALL kprg.ids() YIELD id")).hasSize(3);
        kprg.run("MATCH (k {id: 'c'}) SET k.status = 'active'");
        assertThat(kprg.build()).containsAllEntriesOf(Map.of("nodes", 4L, "created", 2L, "epoch", 3L));
    }

    @Test
    void aKnowledgePointWithoutEdgesRaisesTheEpochToo() {
        kprg.build();
        kprg.run("MATCH (k {id: 'd'}) SET k.status = 'banned'");
        assertThat(kprg.build()).containsAllEntriesOf(Map.of("nodes", 3L, "deleted", 0L, "epoch", 2L));
    }

    @Test
    void anotherSeedWithTheSameEdgesChangesNoveltyButNotTheEpoch() {
        kprg.run("MATCH (s:Seed) DETACH DELETE s");
        kprg.seeds(List.of(List.of("a", "b"), List.of("b", "c"), List.of("a", "c"), List.of("d")));
        Object epoch = kprg.build().getOrDefault("epoch", 0L);
        String novel = "CALL kprg.census({kinds: ['COMMUNITY']}) YIELD novel";
        assertThat(kprg.number(novel)).isEqualTo(1);
        kprg.run("MATCH (s:Seed) DETACH DELETE s");
        kprg.seeds(List.of(List.of("a", "b", "c"), List.of("d")));
        assertThat(kprg.build()).containsEntry("epoch", epoch);
        assertThat(kprg.number(novel)).isZero();
    }

    @Test
    void anEmptyGraphBuildsToNothing() {
        kprg.run("MATCH (n) DETACH DELETE n");
        assertThat(kprg.build()).containsAllEntriesOf(Map.of("nodes", 0L, "edges", 0L, "epoch", 1L));
        assertThat(kprg.combinations("kprg.twoHop", Map.of())).isEmpty();
        assertThat(kprg.number("CALL kprg.info() YIELD nodes")).isZero();
    }

    @Test
    void whatARolledBackBuildShowedIsForgotten() {
        kprg.build();
        try (var session = kprg.driver().session();
                var transaction = session.beginTransaction()) {
            transaction.run("MATCH (k {id: 'c'}) SET k.status = 'banned'").consume();
            transaction.run("CALL kprg.build()").consume();
            assertThat(transaction.run("CALL kprg.oneHop()").list()).hasSize(1);
            transaction.rollback();
        }
        assertThat(kprg.combinations("kprg.oneHop", Map.of())).hasSize(3);
        kprg.run("MATCH (k {id: 'a'}) SET k.status = 'banned'");
        assertThat(kprg.build()).containsEntry("epoch", 2L);
        assertThat(kprg.combinations("kprg.oneHop", Map.of())).containsExactly(List.of("b", "c"));
    }

    @Test
    void refusesKnowledgePointsWithoutAnId() {
        kprg.run("CREATE (:KnowledgePoint {name: 'nameless'})");
        assertThatThrownBy(kprg::build).hasMessageContaining("(name: nameless) has no id");
    }

    @Test
    void takesNoKeys() {
        assertThatThrownBy(() -> kprg.run("CALL kprg.build({minWeight: 2})"))
                .hasMessageContaining("kprg.build has no key 'minWeight': it takes none");
    }

    private List<String> edges() {
        return kprg.run(EDGES).stream().map(row -> row.get("edge").asString()).toList();
    }
}

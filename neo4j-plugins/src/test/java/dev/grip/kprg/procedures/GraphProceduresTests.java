package dev.grip.kprg.procedures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(InProcessNeo4j.class)
class GraphProceduresTests {

    private final Kprg kprg;

    GraphProceduresTests(Kprg kprg) {
        this.kprg = kprg;
    }

    @BeforeEach
    void triangleAndOneMore() {
        kprg.seeds(
                List.of(List.of("b", "a"), List.of("b", "c"), List.of("a", "c"), List.of("c", "d"), List.of("lone")));
        kprg.build();
    }

    @Test
    void infoSaysWhatTheGraphIsLike() {
        Map<String, Object> info = kprg.run("CALL kprg.info()").get(0).asMap();
        assertThat(info)
                .containsAllEntriesOf(
                        Map.of("nodes", 5L, "edges", 4L, "minDegree", 0L, "meanDegree", 1.6, "maxDegree", 3L))
                .containsAllEntriesOf(Map.of("components", 2L, "largestComponent", 4L, "epoch", 1L));
        assertThat((Long) info.get("projectionBytes")).isPositive();
    }

    @Test
    void idsSayWhatAnIndexStandsFor() {
        assertThat(kprg.run("CALL kprg.ids() YIELD index, id, name RETURN index + id + name AS row").stream()
                        .map(row -> row.get(0).asString()))
                .containsExactly("0cname of c", "1aname of a", "2bname of b", "3dname of d", "4lonename of lone");
    }

    @Test
    void coreRanksByDegree() {
        assertThat(kprg
                        .run("CALL kprg.core({core: {top: 3}}) YIELD node, degree, rank RETURN node.id + degree + rank")
                        .stream()
                        .map(row -> row.get(0).asString()))
                .containsExactly("c31", "a22", "b23");
        assertThat(kprg.run("CALL kprg.core()")).hasSize(1);
    }

    @Test
    void theCensusCountsKindsSizesAndNovelty() {
        assertThat(kprg.run("CALL kprg.census({communitySizes: [4, 3], core: {share: 1}})").stream()
                        .map(row -> row.values().toString()))
                .containsExactly(
                        "[\"ONE_HOP\", 2, 4, 4, 4, 4, 0]",
                        "[\"TWO_HOP\", 2, 2, 2, 2, 2, 2]",
                        "[\"THREE_HOP\", 2, 0, 0, 0, 0, 0]",
                        "[\"COMMUNITY\", 3, 1, 1, 1, 1, 1]",
                        "[\"COMMUNITY\", 4, 0, 0, 0, 0, 0]");
    }

    @Test
    void everyProcedureIsDescribed() {
        assertThat(kprg
                        .run("SHOW PROCEDURES YIELD name, mode, description WHERE name STARTS WITH 'kprg.'"
                                + " RETURN name + ' ' + mode AS row, description ORDER BY row")
                        .stream()
                        .peek(row ->
                                assertThat(row.get("description").asString()).isNotBlank())
                        .map(row -> row.get("row").asString()))
                .containsExactly(
                        "kprg.blocks READ",
                        "kprg.bridges READ",
                        "kprg.build WRITE",
                        "kprg.census READ",
                        "kprg.community READ",
                        "kprg.core READ",
                        "kprg.help READ",
                        "kprg.ids READ",
                        "kprg.implicit READ",
                        "kprg.info READ",
                        "kprg.oneHop READ",
                        "kprg.sample READ",
                        "kprg.threeHop READ",
                        "kprg.twoHop READ");
    }
}

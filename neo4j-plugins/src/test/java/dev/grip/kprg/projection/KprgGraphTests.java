package dev.grip.kprg.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grip.kprg.runtime.Cancellation;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KprgGraphTests {

    private static final int[][] NO_SEEDS = {};

    @Test
    void ofSeveralEdgesBetweenTheSameTwoTheHeaviestCounts() {
        var graph = KprgGraph.of(3, new int[][] {{0, 2, 1}, {2, 0, 5}, {0, 2, 3}}, NO_SEEDS);
        assertThat(graph.edges()).isEqualTo(1);
        assertThat(graph.weight(graph.slot(0, 1))).isEqualTo(5);
    }

    @Test
    void anEdgeFromANodeToItselfIsNone() {
        var graph = KprgGraph.of(2, new int[][] {{1, 1, 1}, {0, 1, 2}, {1, 1, 7}}, NO_SEEDS);
        assertThat(graph.edges()).isEqualTo(1);
        assertThat(graph.degree(1)).isEqualTo(1);
    }

    @Test
    void highestDegreeComesFirstNeighboursAscendAndKeepTheirWeights() {
        var graph = KprgGraph.of(4, new int[][] {{3, 1, 7}, {1, 0, 2}, {2, 1, 9}}, NO_SEEDS);
        assertThat(graph.id(0)).isEqualTo("kp-00000001");
        assertThat(graph.node(0)).isEqualTo(1);
        assertThat(graph.degree(0)).isEqualTo(3);
        assertThat(graph.id(graph.target(graph.begin(0)))).isEqualTo("kp-00000000");
        assertThat(graph.weight(graph.begin(0))).isEqualTo(2);
        assertThat(graph.weight(graph.slot(0, 3))).isEqualTo(7);
        assertThat(graph.weight(graph.slot(3, 0))).isEqualTo(7);
        assertThat(graph.slot(1, 3)).isNegative();
        assertThat(graph.edges()).isEqualTo(3);
    }

    @Test
    void levelsCompareAsWeightsDoWhateverTheirSize() {
        var graph = KprgGraph.of(4, new int[][] {{0, 1, 1}, {1, 2, Integer.MAX_VALUE}, {2, 3, 70_000}}, NO_SEEDS);
        assertThat(graph.levelOf(0)).isZero();
        assertThat(graph.weightOf(graph.levelOf(2))).isEqualTo(70_000);
        assertThat(graph.weightOf(graph.levelOf(70_001))).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void refusesMoreDifferentWeightsThanTwoBytesCanTell() {
        int[][] edges = IntStream.range(0, 65_537)
                .mapToObj(i -> new int[] {i, i + 1, i + 1})
                .toArray(int[][]::new);
        assertThatThrownBy(() -> KprgGraph.of(65_538, edges, NO_SEEDS)).hasMessageContaining("65537 different weights");
    }

    @Test
    void refusesTwoKnowledgePointsOfOneId() {
        var list = new KnowledgePointList();
        list.add(1, "sine");
        list.add(2, "sine");
        assertThatThrownBy(() -> KprgGraph.of(1, list, List.of(), List.of(), Cancellation.NEVER))
                .hasMessageContaining("'sine': merge them or change one");
    }

    @Test
    void theContentDependsOnWhatIsThereAndNotOnTheOrder() {
        long content =
                KprgGraph.of(3, new int[][] {{0, 1, 1}, {1, 2, 2}}, NO_SEEDS).content();
        assertThat(KprgGraph.of(3, new int[][] {{2, 1, 2}, {1, 0, 1}}, NO_SEEDS).content())
                .isEqualTo(content);
        assertThat(KprgGraph.of(3, new int[][] {{0, 1, 2}, {1, 2, 1}}, NO_SEEDS).content())
                .isNotEqualTo(content);
        assertThat(KprgGraph.of(4, new int[][] {{0, 1, 1}, {1, 2, 2}}, NO_SEEDS).content())
                .isNotEqualTo(content);
        assertThat(KprgGraph.of(3, new int[][] {{0, 2, 1}, {1, 2, 2}}, NO_SEEDS).content())
                .isNotEqualTo(content);
    }

    @Test
    void aSeedThatRequiresTwiceCountsOnce() {
        var graph = KprgGraph.of(2, new int[][] {{0, 1, 1}}, new int[][] {{0, 1, 0}, {1}});
        assertThat(graph.seeds().count(0)).isEqualTo(1);
        assertThat(graph.seeds().count(1)).isEqualTo(2);
        assertThat(graph.seeds().seeds()).isEqualTo(2);
    }

    @Test
    void whatIsRememberedIsMadeOnceUntilSixteenOthersCame() {
        var graph = KprgGraph.of(0, new int[0][], NO_SEEDS);
        var made = new AtomicInteger();
        for (int call = 0; call < 3; call++) {
            assertThat(graph.remembered("a", () -> new long[] {made.incrementAndGet()}))
                    .containsExactly(1);
        }
        for (int other = 0; other < 16; other++) {
            graph.remembered(other, () -> new long[0]);
        }
        assertThat(graph.remembered("a", () -> new long[] {made.incrementAndGet()}))
                .containsExactly(2);
    }

    @Test
    void findsKnowledgePointsByTheirIds() {
        var graph = KprgGraph.of(3, new int[0][], NO_SEEDS);
        assertThat(graph.indexOf(graph.id(2))).isEqualTo(2);
        assertThat(graph.indexOf("unknown")).isNegative();
    }

    @Test
    void aLargerGraphIsEstimatedLarger() {
        assertThat(KprgGraph.of(9, new int[][] {{0, 1, 1}}, NO_SEEDS).bytes())
                .isGreaterThan(KprgGraph.of(9, new int[0][], NO_SEEDS).bytes());
    }
}

package dev.grip.kprg.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class KprgGraphTests {

    private static final int[][] NO_SEEDS = {};

    @Test
    void refusesAnEdgeThatIsThereTwice() {
        assertThatThrownBy(() -> KprgGraph.of(3, new int[][] {{0, 2, 1}, {2, 0, 5}}, NO_SEEDS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0 and 2");
    }

    @Test
    void refusesAnEdgeFromANodeToItself() {
        assertThatThrownBy(() -> KprgGraph.of(2, new int[][] {{1, 1, 1}}, NO_SEEDS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 and 1");
    }

    @Test
    void neighboursAscendAndKeepTheirWeights() {
        var graph = KprgGraph.of(4, new int[][] {{3, 1, 7}, {1, 0, 2}, {2, 1, 9}}, NO_SEEDS);
        assertThat(graph.degree(1)).isEqualTo(3);
        assertThat(graph.target(graph.begin(1))).isZero();
        assertThat(graph.weight(graph.begin(1))).isEqualTo(2);
        assertThat(graph.weight(graph.slot(1, 3))).isEqualTo(7);
        assertThat(graph.weight(graph.slot(3, 1))).isEqualTo(7);
        assertThat(graph.slot(0, 3)).isNegative();
        assertThat(graph.edges()).isEqualTo(3);
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

package dev.grip.kprg.combinations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CooccurrencesTests {

    @Test
    void seedsOfNoneOrOneKnowledgePointGiveNothing() {
        assertThat(Cooccurrences.in(new int[][] {{}, {3}}).size()).isZero();
    }

    @Test
    void aWeightIsTheNumberOfSeedsWithBoth() {
        var pairs = Cooccurrences.in(new int[][] {{1, 5, 9}, {1, 9}, {0, 1}, {1, 9, 12}});
        assertThat(pairs.size()).isEqualTo(6);
        assertThat(pairs.weight(pairs.indexOf(1, 9))).isEqualTo(3);
        assertThat(pairs.weight(pairs.indexOf(0, 1))).isEqualTo(1);
        assertThat(pairs.indexOf(0, 9)).isNegative();
        assertThat(pairs.indexOf(9, 1)).isNegative();
    }

    @Test
    void pairsAscend() {
        var pairs = Cooccurrences.in(new int[][] {{7, 8}, {0, 9}, {0, 3}});
        assertThat(new int[] {pairs.smaller(0), pairs.larger(0), pairs.smaller(2), pairs.larger(2)})
                .containsExactly(0, 3, 7, 8);
    }
}

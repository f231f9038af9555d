package dev.grip.knowledge.merging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearPairsTests {

    private static final List<float[]> VECTORS =
            List.of(new float[] {1, 0}, new float[] {0.6f, 0.8f}, new float[] {1, 0}, new float[] {0, 1});

    @Test
    void pairsAtTheBoundCountAndTheNearestComeFirst() {
        assertThat(NearPairs.atLeast(VECTORS, 0.6f))
                .extracting(pair -> pair.first() + "-" + pair.second())
                .containsExactly("0-2", "1-3", "0-1", "1-2");
        assertThat(NearPairs.atLeast(VECTORS, 1.01)).isEmpty();
        assertThat(NearPairs.atLeast(List.of(), 0)).isEmpty();
    }

    @Test
    void aPairIsKeptWhenItIsAmongTheNearestOfOneOfItsTwo() {
        List<Pair> pairs = List.of(
                new Pair(0, 1, 0.9),
                new Pair(0, 2, 0.8),
                new Pair(1, 2, 0.7),
                new Pair(0, 3, 0.6),
                new Pair(1, 3, 0.5));
        assertThat(NearPairs.nearestOf(pairs, 4, 1)).containsExactly(pairs.get(0), pairs.get(1), pairs.get(3));
        assertThat(NearPairs.nearestOf(pairs, 4, 2)).isEqualTo(pairs);
        assertThat(NearPairs.nearestOf(pairs, 4, 0)).isEmpty();
    }

    @Test
    void boundsThatMakeNoSenseAreRefused() {
        assertThat(new Bounds(0.9, 0.9).same()).isEqualTo(0.9);
        assertThatThrownBy(() -> new Bounds(0.7, 0.9)).hasMessageContaining("same 0.7, distinct 0.9");
        assertThatThrownBy(() -> new Bounds(Double.NaN, 0.9)).isInstanceOf(IllegalArgumentException.class);
    }
}

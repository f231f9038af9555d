package dev.grip.kprg.combinations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grip.kprg.projection.KprgGraph;
import dev.grip.kprg.runtime.Cancellation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class SampleTests {

    private static final DrawnGraph DRAWN = DrawnGraph.fromSeeds(14, 18, 2);
    private static final KprgGraph GRAPH = DRAWN.graph();
    private static final List<String> ALL = new Oracle(DRAWN).list(Selections.EVERYTHING);

    @Test
    void theSameSeedDrawsTheSameAndAnotherSeedSomethingElse() {
        assertThat(draw(20, 7)).isEqualTo(draw(20, 7)).isNotEqualTo(draw(20, 8));
    }

    @Test
    void drawsDifferentCombinationsInOrder() {
        List<String> sample = draw(30, 1);
        assertThat(sample).hasSize(30).doesNotHaveDuplicates();
        assertThat(ALL.stream().filter(sample::contains).toList()).isEqualTo(sample);
    }

    @Test
    void drawsAllWhenThereAreNoMoreAndNothingWhenNothingIsWanted() {
        assertThat(draw(Long.MAX_VALUE, 1)).isEqualTo(ALL);
        assertThat(draw(0, 1)).isEmpty();
    }

    @Test
    void everyCombinationIsEquallyLikely() {
        int draws = 4000;
        int k = 10;
        var times = new HashMap<String, Integer>();
        for (int seed = 0; seed < draws; seed++) {
            draw(k, seed).forEach(row -> times.merge(row, 1, Integer::sum));
        }
        double expected = (double) draws * k / ALL.size();
        double chiSquare = ALL.stream()
                .mapToDouble(row -> Math.pow(times.getOrDefault(row, 0) - expected, 2) / expected)
                .sum();
        // Five standard deviations above the mean of the distribution with as many degrees of freedom.
        assertThat(chiSquare).isLessThan(ALL.size() + 5 * Math.sqrt(2.0 * ALL.size()));
    }

    private static List<String> draw(long k, long seed) {
        var sample = new Sample(GRAPH, Selections.EVERYTHING, k, seed, Cancellation.NEVER);
        var rows = new ArrayList<String>();
        while (sample.next()) {
            rows.add(WalkTests.row(sample.walk()));
        }
        return rows;
    }
}

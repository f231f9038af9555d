package dev.grip.kprg.combinations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grip.kprg.projection.KprgGraph;
import dev.grip.kprg.runtime.Cancellation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SampleTests {

    private static final DrawnGraph DRAWN = DrawnGraph.fromSeeds(40, 45, 4);
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

    static List<Selection> selections() {
        return List.of(
                Selections.EVERYTHING,
                Selections.EVERYTHING.withKinds(Set.of(Kind.ONE_HOP)),
                Selections.EVERYTHING.withKinds(Set.of(Kind.TWO_HOP)),
                Selections.with(0, 0, CoreRule.published(), false, 6).withKinds(Set.of(Kind.TWO_HOP)),
                Selections.with(0, 2, CoreRule.published(), false, Integer.MAX_VALUE)
                        .withKinds(Set.of(Kind.TWO_HOP)),
                Selections.EVERYTHING.withKinds(Set.of(Kind.THREE_HOP)),
                Selections.EVERYTHING.withKinds(Set.of(Kind.COMMUNITY)),
                Selections.EVERYTHING.withShard(new Shard(1, 3)));
    }

    @ParameterizedTest
    @MethodSource("selections")
    void everyCombinationIsEquallyLikely(Selection selection) {
        List<String> all = WalkTests.rows(Walk.over(GRAPH, selection, Cancellation.NEVER));
        int draws = 1500;
        int k = Math.max(1, all.size() / 12);
        var times = new HashMap<String, Integer>();
        for (int seed = 0; seed < draws; seed++) {
            List<String> sample = draw(selection, k, seed);
            assertThat(sample).hasSize(k).doesNotHaveDuplicates();
            sample.forEach(row -> times.merge(row, 1, Integer::sum));
        }
        assertThat(all).containsAll(times.keySet());
        double expected = (double) draws * k / all.size();
        double chiSquare = all.stream()
                .mapToDouble(row -> Math.pow(times.getOrDefault(row, 0) - expected, 2) / expected)
                .sum();
        // Five standard deviations above the mean of the distribution with as many degrees of freedom.
        assertThat(chiSquare).isLessThan(all.size() + 5 * Math.sqrt(2.0 * all.size()));
    }

    @ParameterizedTest
    @MethodSource("selections")
    void drawsHalfNearlyAllAndAll(Selection selection) {
        List<String> all = WalkTests.rows(Walk.over(GRAPH, selection, Cancellation.NEVER));
        for (int k : new int[] {all.size() / 2, all.size() - 1, all.size(), all.size() + 1}) {
            List<String> sample = draw(selection, k, 3);
            assertThat(sample).hasSize(Math.min(k, all.size()));
            assertThat(all.stream().filter(sample::contains).toList()).isEqualTo(sample);
        }
    }

    @Test
    void anEmptyGraphGivesAnEmptySample() {
        KprgGraph empty = DrawnGraph.all().get(0).graph();
        assertThat(Sample.of(empty, selections().get(2), 5, 1, Cancellation.NEVER)
                        .next())
                .isFalse();
        assertThat(Sample.of(empty, Selections.EVERYTHING, 5, 1, Cancellation.NEVER)
                        .next())
                .isFalse();
    }

    @Test
    void refusesASampleThatWouldFillTheMemory() {
        assertThatThrownBy(() -> new Draw(0, 1L << 40, 1L << 39, 1)).hasMessageContaining("134217728 at most");
    }

    private static List<String> draw(long k, long seed) {
        return draw(Selections.EVERYTHING, k, seed);
    }

    private static List<String> draw(Selection selection, long k, long seed) {
        var sample = Sample.of(GRAPH, selection, k, seed, Cancellation.NEVER);
        var rows = new ArrayList<String>();
        while (sample.next()) {
            rows.add(WalkTests.row(sample.combination()));
        }
        return rows;
    }
}

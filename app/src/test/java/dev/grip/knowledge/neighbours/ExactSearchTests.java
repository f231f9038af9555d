package dev.grip.knowledge.neighbours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ExactSearchTests {

    private static final long MANY = 1_000_000;

    private static final List<float[]> FOUR =
            List.of(new float[] {1, 0}, new float[] {0.6f, 0.8f}, new float[] {1, 0}, new float[] {0, 1});

    @Test
    void pairsAtTheBoundCountAndTheNearestComeFirst() {
        assertThat(find(FOUR, new Reach(0.6f, 2, 9)).pairs())
                .extracting(pair -> pair.first() + "-" + pair.second())
                .containsExactly("0-2", "1-3", "0-1", "1-2");
        assertThat(find(FOUR, new Reach(1.01, 2, 9)).pairs()).isEmpty();
        assertThat(find(FOUR, new Reach(0.6f, 2, 9)).above()).hasValue(4);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    0, 5
                    1, 5
                    2, 1
                    3, 384
                    31, 7
                    33, 13
                    511, 3
                    512, 4
                    513, 10
                    1030, 9
                    """)
    void findsWhatADoubleLoopFinds(int size, int dimensions) {
        List<float[]> vectors = SampleVectors.random(size, dimensions, 31L * size + dimensions);
        for (Reach reach : List.of(new Reach(0.7, 0.96, 4), new Reach(-2, 2, 3), new Reach(0.5, 0.5, 1))) {
            agrees(find(vectors, reach), vectors, reach);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void findsWhatADoubleLoopFindsWhateverTheNumbers(long seed) {
        Random random = new Random(seed);
        List<float[]> vectors = SampleVectors.random(random.nextInt(150), 1 + random.nextInt(40), seed);
        double bound = random.nextDouble() * 1.4 - 0.4;
        var reach = new Reach(bound, bound + random.nextDouble() * 0.5, random.nextInt(8));
        agrees(find(vectors, reach), vectors, reach);
    }

    private static void agrees(Neighbours found, List<float[]> vectors, Reach reach) {
        List<Pair> all = Naive.pairs(vectors, Double.NEGATIVE_INFINITY);
        List<Pair> same =
                all.stream().filter(pair -> pair.score() >= reach.same()).toList();
        List<Pair> wanted = new ArrayList<>(same);
        for (int i = 0; i < vectors.size(); i++) {
            List<Pair> nearest = Naive.nearest(all, reach, i);
            assertThat(found.nearest(i)).isEqualTo(nearest);
            wanted.addAll(nearest);
        }
        assertThat(found.same()).isEqualTo(same);
        assertThat(found.pairs())
                .isEqualTo(wanted.stream().distinct().sorted(Pair.NEAREST_FIRST).toList());
        assertThat(found.mentions()).isEqualTo(vectors.size());
        assertThat(found.above())
                .hasValue(all.stream()
                        .filter(pair -> pair.score() >= reach.bound())
                        .count());
        assertThat(found.recall()).isEmpty();
        spread(found.histogram().orElseThrow(), all);
    }

    private static void spread(CosineHistogram histogram, List<Pair> all) {
        assertThat(histogram.total()).isEqualTo(all.size());
        for (int step = -100; step <= 100; step++) {
            double from = step / 100.0;
            double to = step == 100 ? 2 : (step + 1) / 100.0;
            assertThat(histogram.pairs(step))
                    .as("cosines from %s", from)
                    .isEqualTo(all.stream()
                            .filter(pair -> pair.score() >= from && pair.score() < to)
                            .count());
        }
        assertThat(histogram.atLeast(70))
                .isEqualTo(all.stream().filter(pair -> pair.score() >= 0.70).count());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 7})
    void theResultDoesNotDependOnTheThreads(int threads) {
        List<float[]> vectors = SampleVectors.random(1700, 6, 5);
        var reach = new Reach(0.8, 0.97, 5);
        var alone = new ExactSearch(1, MANY).find(Vectors.of(vectors), reach, PairFilter.ALL, Progress.NONE);
        var found = new ExactSearch(threads, MANY).find(Vectors.of(vectors), reach, PairFilter.ALL, Progress.NONE);

        assertThat(found.pairs()).isEqualTo(alone.pairs());
        assertThat(found.same()).isEqualTo(alone.same());
        assertThat(found.above()).isEqualTo(alone.above());
        for (int i = 0; i < vectors.size(); i++) {
            assertThat(found.nearest(i)).isEqualTo(alone.nearest(i));
        }
    }

    @Test
    void aScoreIsTheSameWhereverTheTwoStand() {
        List<float[]> vectors = SampleVectors.random(600, 50, 8);
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < vectors.size(); i++) {
            places.add(i);
        }
        Collections.shuffle(places, new Random(9));
        List<float[]> moved = places.stream().map(vectors::get).toList();
        var packed = Vectors.of(vectors);

        for (Pair pair : find(moved, new Reach(0.9, 0.9, 0)).pairs()) {
            int i = places.get(pair.first());
            int j = places.get(pair.second());
            assertThat(pair.score()).isEqualTo(packed.cosine(i, j)).isEqualTo(packed.cosine(j, i));
        }
    }

    @Test
    void duplicatesAreTiesThatStandByPosition() {
        List<float[]> vectors = Collections.nCopies(700, new float[] {0.6f, 0.8f});
        var found = find(vectors, new Reach(0.9, 2, 3));

        assertThat(found.nearest(0)).extracting(Pair::second).containsExactly(1, 2, 3);
        assertThat(found.nearest(699)).extracting(Pair::first).containsExactly(0, 1, 2);
        assertThat(found.above()).hasValue(700 * 699 / 2);
    }

    @Test
    void onlyPairsTheFilterAcceptsAreFoundButAllAreCounted() {
        List<float[]> vectors = SampleVectors.random(300, 5, 4);
        var reach = new Reach(0.6, 0.9, 4);
        PairFilter mixed = (first, second) -> first % 2 != second % 2;
        var found = new ExactSearch(2, MANY).find(Vectors.of(vectors), reach, mixed, Progress.NONE);

        List<Pair> all = Naive.pairs(vectors, 0.6);
        List<Pair> accepted = all.stream()
                .filter(pair -> mixed.accepts(pair.first(), pair.second()))
                .toList();
        for (int i = 0; i < vectors.size(); i++) {
            assertThat(found.nearest(i)).isEqualTo(Naive.nearest(accepted, reach, i));
        }
        assertThat(found.same())
                .isEqualTo(accepted.stream().filter(pair -> pair.score() >= 0.9).toList());
        assertThat(found.above()).hasValue(all.size());
    }

    @Test
    void morePairsThanFitIntoMemoryAreAnErrorThatSaysWhatToDo() {
        Vectors vectors = Vectors.of(Collections.nCopies(100, new float[] {1}));

        assertThatThrownBy(() ->
                        new ExactSearch(2, 4949).find(vectors, new Reach(0.5, 0.9, 1), PairFilter.ALL, Progress.NONE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll("4949 pairs", "0.9", "knowledge.bounds", "-Xmx");
        assertThat(new ExactSearch(2, 4950)
                        .find(vectors, new Reach(0.5, 0.9, 1), PairFilter.ALL, Progress.NONE)
                        .same())
                .hasSize(4950);
    }

    @Test
    void progressGrowsUpToTheNumberOfAllPairs() {
        List<Long> heard = Collections.synchronizedList(new ArrayList<>());
        Vectors vectors = Vectors.of(SampleVectors.random(1100, 4, 1));

        new ExactSearch(2, MANY).find(vectors, new Reach(0.9, 0.99, 2), PairFilter.ALL, (done, total) -> {
            assertThat(total).isEqualTo(1100L * 1099 / 2);
            heard.add(done);
        });

        assertThat(heard).hasSize(6).isSorted().doesNotHaveDuplicates().endsWith(1100L * 1099 / 2);
    }

    @Test
    @Timeout(120)
    void anInterruptedSearchEndsLongBeforeItIsDoneAndLeavesNoThread() throws InterruptedException {
        Vectors vectors = Vectors.of(SampleVectors.random(6000, 256, 2));
        var started = new CountDownLatch(1);
        var last = new AtomicReference<long[]>(new long[2]);
        var ended = new AtomicReference<RuntimeException>();
        var flag = new AtomicBoolean();
        Thread searching = new Thread(() -> {
            try {
                new ExactSearch(2, MANY).find(vectors, new Reach(0.9, 2, 2), PairFilter.ALL, (done, total) -> {
                    last.set(new long[] {done, total});
                    started.countDown();
                    hold(started);
                });
            } catch (CancellationException e) {
                ended.set(e);
                flag.set(Thread.currentThread().isInterrupted());
            }
        });
        searching.start();
        assertThat(started.await(60, TimeUnit.SECONDS)).isTrue();
        searching.interrupt();
        searching.join();

        assertThat(ended.get()).hasMessageContaining("Interrupted");
        assertThat(flag).isTrue();
        assertThat(last.get()[0]).isLessThan(last.get()[1]);
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("grip-neighbours");
    }

    /** Every tile's end takes a moment, so that an interruption always comes in the middle. */
    private static void hold(CountDownLatch never) {
        try {
            new CountDownLatch((int) never.getCount() + 1).await(20, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aFailingListenerEndsTheSearchWithItsFailure() {
        Vectors vectors = Vectors.of(SampleVectors.random(1100, 4, 1));

        assertThatThrownBy(() -> new ExactSearch(2, MANY)
                        .find(vectors, new Reach(0.9, 0.99, 2), PairFilter.ALL, (done, total) -> {
                            throw new UnsupportedOperationException("no");
                        }))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    private static Neighbours find(List<float[]> vectors, Reach reach) {
        return new ExactSearch(2, MANY).find(Vectors.of(vectors), reach, PairFilter.ALL, Progress.NONE);
    }
}

package dev.grip.pipeline.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Intervals of future counts. */
class PredictionTests {

    private static final double ENDLESS = 1e12;

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    30, 100, 0.2189, 0.3958
                     0,  20, 0.0,    0.1611
                    20,  20, 0.8389, 1.0
                     1,   2, 0.0945, 0.9055
                    """)
    void ofAnEndlessFutureItIsWilsonsInterval(double seen, double trials, double low, double high) {
        Interval share = Prediction.count(ENDLESS, seen, trials).times(1 / ENDLESS);

        assertThat(share.low()).isCloseTo(low, within(1e-4));
        assertThat(share.high()).isCloseTo(high, within(1e-4));
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    0.3,  50,   80
                    0.1, 100, 1000
                    0.9,  30,   30
                    0.6, 400,   20
                    """)
    void aboutNineteenOfTwentyFuturesLieInside(double share, int trials, int future) {
        Random random = new Random(1);
        int rounds = 4000;
        int inside = 0;
        for (int round = 0; round < rounds; round++) {
            int seen = successes(random, share, trials);
            int came = successes(random, share, future);
            Interval interval = Prediction.count(future, seen, trials);
            inside += interval.low() <= came && came <= interval.high() ? 1 : 0;
        }

        assertThat((double) inside / rounds).isBetween(0.92, 0.99);
    }

    @Test
    void ofNoTrialsAnythingMayBeAndOfNoFutureNothing() {
        assertThat(Prediction.count(10, 0, 0)).isEqualTo(new Interval(0, 5, 10));
        assertThat(Prediction.count(0, 3, 5)).isEqualTo(Interval.ZERO);
    }

    @Test
    void aShortFutureIsLessSureThanALongOne() {
        Interval few = Prediction.count(10, 30, 100).times(0.1);
        Interval many = Prediction.count(1000, 30, 100).times(0.001);

        assertThat(few.high() - few.low()).isGreaterThan(many.high() - many.low());
    }

    @Test
    void neitherNoneNorAllIsExpectedForSure() {
        assertThat(Prediction.count(1000, 0, 50).expected()).isPositive();
        assertThat(Prediction.count(1000, 50, 50).expected()).isLessThan(1000);
    }

    @Test
    void threeJudgesAreAskedThreeTimesAndSometimesOnceMore() {
        Interval problems = new Interval(80, 90, 100);

        assertThat(Prediction.calls(problems, 600, 200)).isEqualTo(new Interval(240, 270, 300));
        Interval again = Prediction.calls(problems, 620, 200);
        assertThat(again.expected()).isCloseTo(279, within(1e-9));
        assertThat(again.low()).isBetween(240.0, 248.0);
        assertThat(again.high()).isBetween(310.0, 330.0);
        assertThat(Prediction.calls(problems, 0, 200).high())
                .as("what never came may come now and then")
                .isBetween(0.5, 5.0);
    }

    @Test
    void sumsAreSurerTheMoreCallsWereSeen() {
        Interval calls = Interval.exactly(1000);

        Interval few = Prediction.sum(calls, 50, 10);
        Interval many = Prediction.sum(calls, 50, 10_000);

        assertThat(many.expected()).isEqualTo(50_000).isEqualTo(few.expected());
        assertThat(many.low()).isGreaterThan(few.low()).isGreaterThan(45_000);
        assertThat(many.high()).isLessThan(few.high()).isLessThan(55_000);
    }

    private static int successes(Random random, double share, int trials) {
        int successes = 0;
        for (int i = 0; i < trials; i++) {
            successes += random.nextDouble() < share ? 1 : 0;
        }
        return successes;
    }
}

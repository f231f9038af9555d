package dev.grip.knowledge.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.grip.knowledge.merging.Bounds;
import org.junit.jupiter.api.Test;

class CurveTests {

    private final Scored scored = new Scored().same(0.95, 0.85, 0.75, 0.40).distinct(0.90, 0.80, 0.10);

    @Test
    void aPointCountsThePairsAtItsCosineAndAbove() {
        assertThat(scored.curve().at(0.85)).isEqualTo(new Point(0.85, 2, 1, 2 / 3.0, 0.5));
        assertThat(scored.curve().at(-1)).isEqualTo(new Point(-1, 4, 3, 4 / 7.0, 1.0));
    }

    @Test
    void whereNothingMergesThereIsNoPrecisionAndNoRecallOfNothing() {
        assertThat(scored.curve().at(1.01)).isEqualTo(new Point(1.01, 0, 0, null, 0.0));
        assertThat(new Scored().distinct(0.5).curve().at(0.4)).isEqualTo(new Point(0.4, 0, 1, 0.0, null));
    }

    @Test
    void boundsDivideThePairsIntoThreeZonesAndNameTheMistakes() {
        Outcome outcome = Outcome.of(scored.pairs(), new Bounds(0.90, 0.75));

        assertThat(outcome.merged()).isEqualTo(new Outcome.Zone(1, 1));
        assertThat(outcome.asked()).isEqualTo(new Outcome.Zone(2, 1));
        assertThat(outcome.apart()).isEqualTo(new Outcome.Zone(1, 1));
        assertThat(outcome.pairs()).isEqualTo(7);
        assertThat(outcome.precision()).isEqualTo(0.5);
        assertThat(outcome.recall()).isEqualTo(0.75);
        assertThat(outcome.wrong()).extracting(NamedPair::cosine).containsExactly(0.90);
        assertThat(outcome.lost()).extracting(NamedPair::cosine).containsExactly(0.40);
    }

    @Test
    void noPairsAtAllMakeAnEmptyOutcome() {
        Outcome outcome = Outcome.of(new Scored().pairs(), new Bounds(0.9, 0.7));

        assertThat(outcome.pairs()).isZero();
        assertThat(outcome.precision()).isNull();
        assertThat(outcome.recall()).isNull();
    }

    /** Wilson's interval ends where the share seen is 1.2816 standard deviations from the share supposed. */
    @Test
    void confidenceIsLessThanTheShareSeenAndGrowsWithTheSample() {
        assertThat(Confidence.atLeast(0, 0)).isZero();
        assertThat(Confidence.atLeast(0, 10)).isCloseTo(0, within(1e-12));
        for (int all : new int[] {10, 100, 1000}) {
            double share = 0.9;
            double least = Confidence.atLeast(all * 9 / 10, all);
            assertThat(share - least).isCloseTo(1.2816 * Math.sqrt(least * (1 - least) / all), within(1e-9));
            assertThat(least).isBetween(Confidence.atLeast(all * 9 / 100, all / 10), share);
        }
    }
}

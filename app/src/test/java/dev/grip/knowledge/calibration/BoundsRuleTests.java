package dev.grip.knowledge.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grip.knowledge.merging.Bounds;
import org.junit.jupiter.api.Test;

class BoundsRuleTests {

    private static final BoundsRule RULE = BoundsRule.STANDARD;

    @Test
    void sameIsTheLowestCosineWhereEnoughIsRightAndDistinctTheHighestWhereLittleIsLost() {
        Scored scored = new Scored().same(100, 0.905).same(40, 0.705).same(0.3, 0.3, 0.3);
        scored.distinct(60, 0.5).distinct(0.85, 0.84, 0.83);

        // At 0.51, 140 of 143 are right; with the three below 0.70 lost, 140 of 143 are kept.
        assertThat(RULE.choose(scored.curve())).isEqualTo(new Bounds(0.51, 0.51));
        // Nine wrong ones at 0.86 are too many for 140 right ones.
        assertThat(RULE.choose(scored.distinct(6, 0.86).curve())).isEqualTo(new Bounds(0.87, 0.70));
    }

    @Test
    void aDistinctPairNearerThanAllOthersMeansThatNothingMergesUnasked() {
        Scored scored = new Scored().same(100, 0.90).distinct(0.99, 0.98, 0.97, 0.96, 0.95, 0.94, 0.93, 0.92, 0.91);

        assertThat(RULE.choose(scored.curve())).isEqualTo(new Bounds(BoundsRule.NEVER, 0.90));
    }

    @Test
    void aFewPairsAreNotEnoughToMergeUnasked() {
        assertThat(RULE.choose(with(31).curve()).same()).isEqualTo(BoundsRule.NEVER);
        assertThat(RULE.choose(with(32).curve()).same()).isEqualTo(0.51);
    }

    @Test
    void aFewPairsAreNotEnoughToKeepApartUnasked() {
        assertThat(RULE.choose(with(14).curve()).distinct()).isEqualTo(-1);
        assertThat(RULE.choose(with(15).curve()).distinct()).isEqualTo(0.90);
    }

    /** So many pairs of the same meaning, well apart from forty that are distinct. */
    private static Scored with(int same) {
        return new Scored().same(same, 0.90).distinct(40, 0.50);
    }

    @Test
    void withoutPairsOfTheSameMeaningThereIsNothingToChooseFrom() {
        assertThatThrownBy(() -> RULE.choose(new Scored().distinct(0.9).curve()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no pair of the same meaning");
    }

    @Test
    void aRuleThatMakesNoSenseIsRefused() {
        assertThatThrownBy(() -> new BoundsRule(1.5, 0.1)).hasMessageContaining("precision 1.5, lost 0.1");
        assertThatThrownBy(() -> new BoundsRule(0.9, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }
}

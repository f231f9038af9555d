package dev.grip.kprg.combinations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grip.kprg.projection.KprgGraph;
import org.junit.jupiter.api.Test;

class CoreRuleTests {

    private static final KprgGraph STAR = DrawnGraph.all().get(5).graph();

    @Test
    void amongEqualDegreesTheSmallerIdComesFirst() {
        assertThat(new CoreRule.Top(3).select(STAR)).containsExactly(2, 0, 1);
    }

    @Test
    void asksForNoMoreThanThereAre() {
        assertThat(new CoreRule.Top(100).select(STAR)).hasSize(6);
        assertThat(new CoreRule.Share(1).select(STAR)).hasSize(6);
    }

    @Test
    void aShareIsRoundedDownButNeverToNone() {
        assertThat(new CoreRule.Share(0.1).select(STAR)).containsExactly(2);
        assertThat(new CoreRule.Share(0.34).select(STAR)).hasSize(2);
        assertThat(new CoreRule.Share(0.29).count(KprgGraph.of(100, new int[0][], new int[0][])))
                .isEqualTo(29);
    }

    @Test
    void aDegreeNobodyHasGivesNone() {
        assertThat(new CoreRule.MinDegree(6).select(STAR)).isEmpty();
        assertThat(new CoreRule.MinDegree(5).select(STAR)).containsExactly(2);
    }

    @Test
    void anEmptyGraphHasNoCore() {
        assertThat(new CoreRule.Share(0.1).select(KprgGraph.of(0, new int[0][], new int[0][])))
                .isEmpty();
    }
}

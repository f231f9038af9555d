package dev.grip.kprg.combinations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grip.kprg.projection.KprgGraph;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CoreRuleTests {

    private static final KprgGraph STAR = DrawnGraph.all().get(5).graph();

    @Test
    void theHighestDegreeComesFirstAndAmongEqualsTheSmallerId() {
        assertThat(IntStream.range(0, 6).mapToObj(STAR::id))
                .containsExactly(
                        "kp-00000002", "kp-00000000", "kp-00000001", "kp-00000003", "kp-00000004", "kp-00000005");
        assertThat(new CoreRule.Top(3).count(STAR)).isEqualTo(3);
    }

    @Test
    void asksForNoMoreThanThereAre() {
        assertThat(new CoreRule.Top(100).count(STAR)).isEqualTo(6);
        assertThat(new CoreRule.Share(1).count(STAR)).isEqualTo(6);
    }

    @Test
    void aShareIsRoundedDownButNeverToNone() {
        assertThat(new CoreRule.Share(0.1).count(STAR)).isEqualTo(1);
        assertThat(new CoreRule.Share(0.34).count(STAR)).isEqualTo(2);
        assertThat(new CoreRule.Share(0.29).count(KprgGraph.of(100, new int[0][], new int[0][])))
                .isEqualTo(29);
    }

    @Test
    void aDegreeNobodyHasGivesNone() {
        assertThat(new CoreRule.MinDegree(6).count(STAR)).isZero();
        assertThat(new CoreRule.MinDegree(5).count(STAR)).isEqualTo(1);
    }

    @Test
    void anEmptyGraphHasNoCore() {
        assertThat(new CoreRule.Share(0.1).count(KprgGraph.of(0, new int[0][], new int[0][])))
                .isZero();
    }
}

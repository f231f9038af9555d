package dev.grip.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TimingTests {

    private int calls;

    @Test
    void warmUpsDoNotCountAndTheLastResultStays() {
        var timing = Timing.of(2, 3, Double.POSITIVE_INFINITY, () -> ++calls);

        assertThat(timing.runs()).isEqualTo(3);
        assertThat(timing.result()).isEqualTo(5);
        assertThat(timing.best()).isPositive().isLessThanOrEqualTo(timing.median());
    }

    @Test
    void longWorkIsDoneOnceWithOneWarmUp() {
        var timing = Timing.of(3, 5, 0, () -> ++calls);

        assertThat(timing.runs()).isEqualTo(1);
        assertThat(timing.result()).isEqualTo(2);
    }
}

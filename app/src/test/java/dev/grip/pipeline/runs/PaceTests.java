package dev.grip.pipeline.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grip.pipeline.runs.Pace.Look;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PaceTests {

    private final Pace pace = new Pace();

    @Test
    void beforeTwoLooksNothingIsKnown() {
        assertThat(pace.last()).isNull();
        look(0, 100, 0);

        assertThat(pace.done()).isZero();
        assertThat(pace.accepted()).isZero();
        assertThat(pace.secondsLeft()).isNull();
    }

    @Test
    void whatWasDoneBeforeTheFirstLookIsNoPartOfThePace() {
        look(0, 500, 100);
        look(10, 520, 105);

        assertThat(pace.done()).isEqualTo(2);
        assertThat(pace.accepted()).isEqualTo(0.5);
        assertThat(pace.secondsLeft()).isEqualTo(240);
    }

    @Test
    void onlyTheLastMinuteCounts() {
        look(0, 0, 0);
        look(10, 900, 900);
        look(20, 900, 900);
        look(75, 955, 901);

        assertThat(pace.done()).isEqualTo(1);
        assertThat(pace.last()).isEqualTo(new Look(TimeUnit.SECONDS.toNanos(75), 955, 901, 1000));
    }

    @Test
    void aRunThatStandsStillHasNoEndInSight() {
        look(0, 10, 0);
        look(30, 10, 0);

        assertThat(pace.secondsLeft()).isNull();
    }

    private void look(long second, long done, long accepted) {
        pace.add(new Look(TimeUnit.SECONDS.toNanos(second), done, accepted, 1000));
    }
}

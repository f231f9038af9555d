package dev.grip.llm.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClimbTests {

    private static final int TOKENS = 100;

    private final Climb climb = new Climb();
    private long now;

    ClimbTests() {
        // The first call begins a round, whose time runs from its end.
        climb.succeeded(32, 0, false, now);
    }

    @Test
    void itRisesByAQuarterAsLongAsTokensASecondRise() {
        assertThat(round(32, 10, true)).isEqualTo(40);
        assertThat(round(40, 12, true)).isEqualTo(50);
        assertThat(round(50, 14, true)).isEqualTo(62.5);
    }

    @Test
    void itStepsBackWhenTheyDoNotAndStaysThereForTwentyRounds() {
        assertThat(round(32, 10, true)).isEqualTo(40);
        assertThat(round(40, 10.5, true)).isEqualTo(32);
        for (int i = 0; i < 20; i++) {
            assertThat(round(32, 10, true)).isEqualTo(32);
        }
        assertThat(round(32, 10, true)).isEqualTo(40);
    }

    @Test
    void roundsInWhichTheLimitWasNeverReachedSayNothing() {
        for (int i = 0; i < 5; i++) {
            assertThat(round(32, 10 * i, false)).isEqualTo(32);
        }
    }

    @Test
    void aRoundIsAsManyCallsAsTheLimitAndTakesTwoSeconds() {
        assertThat(calls(1000, 32, Duration.ofMillis(1))).isEqualTo(32);
        assertThat(calls(999, 32, Duration.ofMillis(1))).isEqualTo(32);
        assertThat(calls(1, 32, Duration.ofMillis(1))).isEqualTo(40);
        // Enough time, but too few calls.
        assertThat(calls(38, 40, Duration.ofSeconds(60))).isEqualTo(40);
    }

    @Test
    void afterARefusalItHolds() {
        climb.hold();
        for (int i = 0; i < 20; i++) {
            assertThat(round(24, 10 + i, true)).isEqualTo(24);
        }
        assertThat(round(24, 30, true)).isEqualTo(30);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 2, 3, 3.5})
    void fromASmallLimitItRisesByOneSinceLessChangesNothing(double small) {
        assertThat(round(small, 10, true)).isEqualTo(small + 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 50, 200})
    void itFindsNearlyWhatAServerCanDoInParallel(int capacity) {
        ConcurrencyLimit limit = new ConcurrencyLimit(1024);
        limit.restart();
        limit.refused(0);
        double best = 0;
        for (int i = 0; i < 400; i++) {
            work(limit, capacity);
            best = Math.max(best, Math.min(limit.value(), capacity));
        }
        assertThat(best).isGreaterThan(0.8 * capacity);
        assertThat(limit.value()).isBetween((int) (0.8 * capacity), (int) Math.ceil(1.6 * capacity) + 2);
    }

    /** As many calls as a round has, at a server that works on so many at once, each for a second. */
    private void work(ConcurrencyLimit limit, int capacity) {
        int rate = Math.min(limit.value(), capacity);
        int calls = Math.max(limit.value() + 1, 2 * rate + 2);
        for (int i = 0; i < calls; i++) {
            now += Duration.ofSeconds(1).toNanos() / rate;
            limit.succeeded(TOKENS, true, now);
        }
    }

    /** The limit after ten seconds with a round of calls that bring so many thousand tokens a second together. */
    private double round(double limit, double rate, boolean full) {
        int calls = (int) Math.ceil(limit);
        for (int i = 0; i < calls; i++) {
            now += Duration.ofSeconds(10).toNanos() / calls;
            double to = climb.succeeded(limit, (int) (10_000 * rate / calls), full, now);
            if (to != limit) {
                return to;
            }
        }
        return limit;
    }

    private double calls(int number, double limit, Duration apart) {
        double to = limit;
        for (int i = 0; i < number; i++) {
            now += apart.toNanos();
            to = climb.succeeded(limit, TOKENS, true, now);
        }
        return to;
    }
}

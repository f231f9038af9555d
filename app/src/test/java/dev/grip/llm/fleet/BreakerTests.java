package dev.grip.llm.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BreakerTests {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final Breaker breaker = new Breaker();

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void threeFailuresInARowOpenItAndTwoDoNot(boolean reached) {
        assertThat(fail(reached)).isFalse();
        assertThat(fail(reached)).isFalse();
        assertThat(breaker.closed()).isTrue();
        assertThat(fail(reached)).isTrue();
        assertThat(breaker.closed()).isFalse();
        assertThat(breaker.reason()).contains("it broke");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void oneCallThatFailsAgainAndAgainAmongOthersThatPassDoesNotOpenIt(boolean reached) {
        for (int i = 0; i < 100; i++) {
            fail(reached);
            fail(reached);
            assertThat(breaker.succeeded()).isFalse();
        }
        assertThat(breaker.closed()).isTrue();
        assertThat(breaker.reason()).isEmpty();
    }

    @Test
    void theServerIsLookedAtAfterPausesThatDoubleUpToFifteenSeconds() {
        long now = -5 * SECOND;
        breaker.open("it broke", now);
        for (long pause : new long[] {1, 2, 4, 8, 15, 15, 15}) {
            assertThat(breaker.lookDue(now + pause * SECOND - 1)).isFalse();
            now += pause * SECOND;
            assertThat(breaker.lookDue(now)).isTrue();
            breaker.looked(false, now);
        }
    }

    @Test
    void aServerThatStaysAwayForDaysIsStillLookedAt() {
        breaker.open("it broke", 0);
        for (int i = 0; i < 20_000; i++) {
            breaker.looked(false, i * SECOND);
        }
        assertThat(breaker.lookDue(20_014 * SECOND)).isTrue();
    }

    @Test
    void whatSeemsWellIsTriedAndClosesOnlyWithItsSuccess() {
        breaker.open("it broke", 0);
        breaker.looked(true, SECOND);
        assertThat(breaker.trying()).isTrue();
        assertThat(breaker.closed()).isFalse();
        assertThat(breaker.lookDue(100 * SECOND)).isFalse();
        assertThat(breaker.succeeded()).isTrue();
        assertThat(breaker.closed()).isTrue();
        assertThat(breaker.succeeded()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aTrialThatFailsOpensItAtOnceForTwiceAsLong(boolean reached) {
        breaker.open("it was away", 0);
        breaker.looked(true, SECOND);
        assertThat(fail(reached)).isTrue();
        assertThat(breaker.trying()).isFalse();
        assertThat(breaker.lookDue(2 * SECOND - 1)).isFalse();
        assertThat(breaker.lookDue(2 * SECOND)).isTrue();
    }

    @Test
    void afterASuccessPausesAndCountsBeginAnew() {
        breaker.open("it broke", 0);
        breaker.looked(false, SECOND);
        breaker.looked(true, 3 * SECOND);
        breaker.succeeded();
        fail(true);
        fail(true);
        assertThat(breaker.closed()).isTrue();
        breaker.open("it broke again", 10 * SECOND);
        assertThat(breaker.lookDue(11 * SECOND)).isTrue();
    }

    @Test
    void aLateAnswerFromBeforeDoesNotCloseIt() {
        breaker.open("it broke", 0);
        assertThat(breaker.succeeded()).isFalse();
        assertThat(breaker.closed()).isFalse();
    }

    @Test
    void itHasBeenOpenSinceTheFirstFailureWhateverTrialsFoundMeanwhile() {
        assertThat(breaker.openFor(100)).isZero();
        breaker.open("it broke", SECOND);
        breaker.looked(true, 2 * SECOND);
        assertThat(breaker.openFor(3 * SECOND)).isEqualTo(2 * SECOND);
        breaker.failed("it broke again", 3 * SECOND);
        assertThat(breaker.openFor(11 * SECOND)).isEqualTo(10 * SECOND);
        breaker.looked(true, 11 * SECOND);
        breaker.succeeded();
        assertThat(breaker.openFor(12 * SECOND)).isZero();
    }

    @Test
    void aLookFromBeforeItClosedChangesNothing() {
        breaker.looked(false, 0);
        assertThat(breaker.closed()).isTrue();
        breaker.looked(true, 0);
        assertThat(breaker.trying()).isFalse();
    }

    private boolean fail(boolean reached) {
        return reached ? breaker.failed("it broke", 0) : breaker.unreached("it broke", 0);
    }
}

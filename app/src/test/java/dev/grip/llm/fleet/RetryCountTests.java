package dev.grip.llm.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grip.llm.FailureCategory;
import dev.grip.llm.fleet.Trouble.Retry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RetryCountTests {

    private static final RetryPolicy POLICY =
            new RetryPolicy(4, Duration.ofSeconds(1), Duration.ofSeconds(8), Duration.ofSeconds(60));

    private final FakeTempo tempo = new FakeTempo(0.5);
    private final RetryCount count = new RetryCount(POLICY, tempo);

    @Test
    void whatWouldFailAgainIsNotRepeated() {
        assertThat(next(Retry.NEVER)).isEmpty();
    }

    @Test
    void failuresUseUpAttemptsAfterGrowingJitteredPauses() {
        assertThat(all(Retry.BACKOFF))
                .containsExactly(Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2));
    }

    @Test
    void aTimedOutCallIsTriedOnceMore() {
        assertThat(all(Retry.ONE_MORE)).containsExactly(Duration.ofMillis(500));
    }

    @Test
    void aFreshConnectionIsTriedAtOnceAndCostsNoAttemptTheFirstTime() {
        assertThat(all(Retry.AT_ONCE))
                .containsExactly(Duration.ZERO, Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2));
    }

    @ParameterizedTest
    @EnumSource(
            value = Retry.class,
            names = {"WAIT", "REQUEUE"})
    void aServerThatIsBusyOrAwayCostsNoAttemptButOnlyPatience(Retry retry) {
        List<Duration> pauses = all(retry);
        assertThat(pauses).hasSizeGreaterThan(10);
        assertThat(pauses)
                .startsWith(Duration.ofMillis(500), Duration.ofSeconds(1))
                .endsWith(Duration.ofSeconds(4));
        assertThat(pauses.stream().reduce(Duration.ZERO, Duration::plus))
                .isBetween(POLICY.patience().minusSeconds(5), POLICY.patience());
    }

    @Test
    void afterAllThatWaitingThereAreAllAttemptsLeft() {
        all(Retry.REQUEUE);
        assertThat(all(Retry.BACKOFF)).hasSize(3);
    }

    @Test
    void theWaitThatIsAskedForIsKeptUpToALimit() {
        assertThat(count.next(busy(Duration.ofSeconds(3)))).contains(Duration.ofMillis(3_500));
        assertThat(count.next(busy(Duration.ofHours(3)))).contains(Duration.ofSeconds(9));
    }

    @Test
    void aWaitBeyondPatienceIsNotBegun() {
        tempo.pause(Duration.ofSeconds(58));
        assertThat(count.next(busy(Duration.ofSeconds(3)))).isEmpty();
        assertThat(count.next(busy(Duration.ZERO))).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"1,500", "2,1000", "3,2000", "5,4000", "6,4000", "31,4000", "64,4000", "1000000,4000"})
    void pausesGrowUpToTheLongest(int repetition, long millis) {
        assertThat(POLICY.jittered(repetition, 0.5)).isEqualTo(Duration.ofMillis(millis));
        assertThat(POLICY.jittered(repetition, 0)).isZero();
    }

    @Test
    void longPausesDoNotOverflow() {
        Duration first = Duration.ofNanos((1L << 34) + 1);
        RetryPolicy patient = new RetryPolicy(9, first, Duration.ofHours(1), Duration.ofDays(1));
        for (int i = 9; i < 100; i++) {
            assertThat(patient.jittered(i, 1)).as("repetition " + i).isEqualTo(Duration.ofHours(1));
        }
    }

    private Optional<Duration> next(Retry retry) {
        return count.next(Trouble.of(FailureCategory.SERVER_ERROR, retry, "it broke", "mend it"));
    }

    private static Trouble busy(Duration asked) {
        return new Trouble(FailureCategory.OVERLOADED, "busy", "wait", Retry.WAIT, asked, "");
    }

    /** The pauses until there is no repetition any more. */
    private List<Duration> all(Retry retry) {
        List<Duration> pauses = new ArrayList<>();
        for (Optional<Duration> pause = next(retry); pause.isPresent(); pause = next(retry)) {
            pauses.add(pause.get());
            tempo.pause(pause.get());
        }
        return pauses;
    }
}

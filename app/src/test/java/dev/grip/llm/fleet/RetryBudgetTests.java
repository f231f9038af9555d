package dev.grip.llm.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetryBudgetTests {

    private final FakeTempo tempo = new FakeTempo(0);
    private final RetryBudget budget = new RetryBudget(tempo);

    @Test
    void theFirstFewAreFree() {
        for (int i = 0; i < 10; i++) {
            assertThat(budget.take()).isZero();
        }
        assertThat(budget.take()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void aTenthOfTheCallsMayBeRepeatedAtOnce() {
        exhaust();
        for (int i = 0; i < 500; i++) {
            budget.first();
        }
        for (int i = 0; i < 49; i++) {
            assertThat(budget.take()).isZero();
        }
        assertThat(budget.take().plus(budget.take())).isPositive();
    }

    @Test
    void oneASecondIsFreeBesides() {
        exhaust();
        for (int i = 0; i < 100; i++) {
            tempo.pause(Duration.ofSeconds(1));
            assertThat(budget.take()).isZero();
        }
        assertThat(budget.take()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void whatIsOverTheBudgetIsSpreadOverTimeAndNoneIsLost() {
        exhaust();
        for (int i = 1; i <= 1000; i++) {
            assertThat(budget.take()).isEqualTo(Duration.ofSeconds(i));
        }
    }

    @Test
    void onlySoManyAreSavedUpForBadTimes() {
        tempo.pause(Duration.ofDays(1));
        for (int i = 0; i < 100_000; i++) {
            budget.first();
        }
        for (int i = 0; i < 100; i++) {
            assertThat(budget.take()).isZero();
        }
        assertThat(budget.take()).isEqualTo(Duration.ofSeconds(1));
    }

    private void exhaust() {
        for (int i = 0; i < 10; i++) {
            budget.take();
        }
    }
}

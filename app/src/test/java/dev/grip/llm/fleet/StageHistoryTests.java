package dev.grip.llm.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grip.llm.FailureCategory;
import dev.grip.llm.fleet.Trouble.Retry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StageHistoryTests {

    private final StageHistory history = new StageHistory();

    @Test
    void aStageWhoseFirstFiveCallsAreRefusedIsStopped() {
        for (int i = 0; i < 4; i++) {
            assertThat(fail("judging", FailureCategory.BAD_REQUEST).category()).isEqualTo(FailureCategory.BAD_REQUEST);
            assertThat(history.refusal("judging")).isEmpty();
        }
        Trouble stop = fail("judging", FailureCategory.BAD_REQUEST);
        assertThat(stop.category()).isEqualTo(FailureCategory.BAD_STAGE);
        assertThat(stop.retry()).isEqualTo(Retry.NEVER);
        assertThat(stop.detail()).isEqualTo("the first 5 calls of judging were all refused; the last: no such field");
        assertThat(history.refusal("judging")).contains(stop);
        assertThat(history.refusal("solving")).isEmpty();
    }

    @Test
    void oneAnswerShowsThatTheStageWorks() {
        history.answered("judging");
        for (int i = 0; i < 100; i++) {
            assertThat(fail("judging", FailureCategory.BAD_REQUEST).category()).isEqualTo(FailureCategory.BAD_REQUEST);
        }
        assertThat(history.refusal("judging")).isEmpty();
    }

    @Test
    void anAnswerToAnotherStageShowsNothing() {
        history.answered("solving");
        for (int i = 0; i < 5; i++) {
            fail("judging", FailureCategory.BAD_REQUEST);
        }
        assertThat(history.refusal("judging")).isPresent();
    }

    @Test
    void callsWithoutAStageAreTreatedAsOne() {
        for (int i = 0; i < 5; i++) {
            fail("", FailureCategory.BAD_REQUEST);
        }
        assertThat(history.refusal("").orElseThrow().detail()).startsWith("the first 5 calls were all refused");
    }

    @ParameterizedTest
    @EnumSource(value = FailureCategory.class, mode = EnumSource.Mode.EXCLUDE, names = "BAD_REQUEST")
    void otherTroubleSaysNothingOfTheStage(FailureCategory category) {
        for (int i = 0; i < 20; i++) {
            assertThat(fail("judging", category).category()).isEqualTo(category);
        }
        assertThat(history.refusal("judging")).isEmpty();
    }

    @Test
    void answersOfAllStagesAreCounted() {
        history.answered("a");
        history.answered("b");
        history.answered("a");
        assertThat(history.answered()).isEqualTo(3);
    }

    private Trouble fail(String stage, FailureCategory category) {
        return history.last(stage, Trouble.of(category, Retry.NEVER, "no such field", "mend it"));
    }
}

package dev.grip.pipeline.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RunStateTests {

    @ParameterizedTest(name = "from {0} to {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    PLANNED    | planned running pausing paused cancelling cancelled failed
                    RUNNING    | planned pausing paused cancelling cancelled failed done
                    PAUSING    | planned paused cancelling cancelled failed done
                    PAUSED     | planned cancelled
                    CANCELLING | planned cancelled failed
                    CANCELLED  | planned
                    FAILED     | planned cancelled
                    DONE       | planned
                    """)
    void goesOnlyWhereTheTableSays(RunState from, String to) {
        assertThat(from.next().stream().map(RunState::word).collect(Collectors.joining(" ")))
                .isEqualTo(to);
    }

    @ParameterizedTest
    @EnumSource(RunState.class)
    void itsPredecessorsAreThoseThatNameIt(RunState state) {
        assertThat(state.before())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(RunState.values())
                        .filter(other -> other.next().contains(state))
                        .map(RunState::word)
                        .toList());
    }

    @Test
    void onlyThreeAreAnEnd() {
        assertThat(Arrays.stream(RunState.values()).filter(RunState::ended))
                .containsExactly(RunState.CANCELLED, RunState.FAILED, RunState.DONE);
    }
}

package dev.grip.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grip.pipeline.RunProgress.ModelLoad;
import dev.grip.pipeline.runs.RunPace;
import dev.grip.pipeline.runs.RunState;
import dev.grip.pipeline.runs.RunStatus;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunLineTests {

    private static final RunStatus RUN = new RunStatus(
            "run-1",
            RunState.RUNNING,
            true,
            "grip-2025",
            9000,
            2000,
            1900,
            1500,
            1400,
            1234,
            0,
            Instant.EPOCH,
            null,
            null,
            null,
            null);

    @Test
    void theBusiestModelsComeFirstAndWhatIsNotKnownIsLeftOut() {
        var progress = new RunProgress(
                new RunPace(12.34, 900, null, null, "USD"),
                List.of(
                        new ModelLoad("org/idle", 0, 64, 0),
                        new ModelLoad("org/half", 32, 64, 0),
                        new ModelLoad("org/full", 64, 64, 12),
                        new ModelLoad("org/almost", 60, 64, 0)));

        assertThat(RunLine.of(RUN, progress)).isEqualTo("kept 1,234, 12.3/s, full 64/64+12, almost 60/64, half 32/64");
    }

    @Test
    void timeAndCostAreToldWhereTheyAreKnown() {
        assertThat(line(59.6)).isEqualTo("kept 1,234, 1.0/s, 1 min left, 3.50 EUR");
        assertThat(line(42)).contains("42 s left");
        assertThat(line(12_000)).contains("3 h 20 min left");
        assertThat(line(400_000)).contains("4 d left");
    }

    private static String line(double left) {
        return RunLine.of(RUN, new RunProgress(new RunPace(1, 1, left, 3.5, "EUR"), List.of()));
    }
}

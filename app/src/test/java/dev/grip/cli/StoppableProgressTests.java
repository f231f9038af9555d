package dev.grip.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Work that a person wants to end before it is done. */
class StoppableProgressTests {

    @Test
    void workGoesOnUntilTheProcessIsAskedToStopAndEndsAtTheNextStep() {
        var console = new Console();
        try (var stop = Stop.onRequest(() -> {})) {
            var progress = new StoppableProgress(new LineProgress(console.terminal()), stop);
            progress.start("extract", 2);
            progress.advance(1);

            stop.ask();

            assertThatThrownBy(() -> progress.advance(1)).isInstanceOf(Stop.Stopped.class);
            assertThatThrownBy(() -> progress.start("filter", 1)).isInstanceOf(Stop.Stopped.class);
        }
        assertThat(console.err()).isEqualTo("extract (2) ...\n");
    }

    @Test
    void nothingBeginsAfterTheProcessWasAskedToStop() {
        try (var stop = Stop.onRequest(() -> {})) {
            stop.begin();
            stop.ask();

            assertThatThrownBy(stop::begin).isInstanceOf(Stop.Stopped.class);
        }
    }

    @Test
    void aCommandThatWasStoppedSaysNothingMore() {
        var console = new Console();
        Callable<Integer> stopped = () -> {
            throw new Stop.Stopped();
        };
        var line = new Cli(console.terminal())
                .commandLine()
                .addSubcommand("stopped", CommandLine.Model.CommandSpec.wrapWithoutInspection(stopped));

        assertThat(line.execute("stopped")).isEqualTo(130);
        assertThat(console.err()).isEmpty();
    }
}

package dev.grip.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LineProgressTests {

    private final AtomicLong clock = new AtomicLong();
    private final Console console = new Console();
    private final LineProgress progress = new LineProgress(console.terminal(), clock::get);

    @Test
    void linesComeAtMostEveryFiveSeconds() {
        progress.start("Extracting", 2000);
        progress.advance(500);
        pass(Duration.ofSeconds(4));
        progress.advance(500);
        pass(Duration.ofSeconds(1));
        progress.advance(500);
        progress.advance(500);
        progress.finish("2,000 seeds");

        assertThat(console.err().lines())
                .containsExactly(
                        "Extracting (2,000) ...", "Extracting: 1,500 of 2,000", "done  Extracting: 2,000 seeds");
        assertThat(console.out()).isEmpty();
    }

    @Test
    void anUnknownTotalIsLeftOut() {
        progress.start("Reading", -1);
        pass(Duration.ofSeconds(6));
        progress.advance(3);

        assertThat(console.err().lines()).containsExactly("Reading ...", "Reading: 3");
    }

    private void pass(Duration time) {
        clock.addAndGet(time.toNanos());
    }
}

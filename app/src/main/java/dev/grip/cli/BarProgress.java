package dev.grip.cli;

import dev.grip.pipeline.Progress;
import java.io.PrintStream;
import java.time.Duration;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Progress for a person: a bar a stage, replaced by its summary. Thread-safe. */
final class BarProgress implements Progress {

    private static final int UPDATE_MILLIS = 200;

    private final Terminal terminal;
    private @Nullable ProgressBar bar;
    private String stage = "";

    BarProgress(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public synchronized void start(String name, long total) {
        show(name, builder(name, total));
    }

    @Override
    public synchronized void start(String name, long total, long done) {
        // Its details say how much time is left, and know better.
        show(name, builder(name, total).startsFrom(done, Duration.ZERO).hideEta());
    }

    private void show(String name, ProgressBarBuilder builder) {
        end();
        stage = name;
        bar = builder.build();
    }

    private ProgressBarBuilder builder(String name, long total) {
        return new ProgressBarBuilder()
                .setTaskName(name)
                .setInitialMax(total)
                .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                .setUpdateIntervalMillis(UPDATE_MILLIS)
                .setMaxRenderedLength(Terminal.WIDTH)
                .setConsumer(new Lineless(terminal.err()))
                .clearDisplayOnFinish();
    }

    @Override
    public synchronized void advance(long steps) {
        if (bar != null) {
            bar.stepBy(steps);
        }
    }

    @Override
    public synchronized void detail(String words) {
        if (bar != null) {
            bar.setExtraMessage(" " + words);
        }
    }

    @Override
    public synchronized void finish(String summary) {
        end();
        terminal.note(Lines.stage(terminal, stage, summary));
    }

    private void end() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }

    /** Leaves the cursor where the cleared bar was; the library would begin a new line. */
    private static final class Lineless extends ConsoleProgressBarConsumer {

        private final PrintStream out;

        Lineless(PrintStream out) {
            super(out, Terminal.WIDTH);
            this.out = out;
        }

        @Override
        public void close() {
            out.flush();
        }
    }
}

package dev.grip.cli;

import dev.grip.pipeline.Progress;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Progress for a log: a line when a stage begins and ends, and in between at most one every few seconds. Thread-safe. */
final class LineProgress implements Progress {

    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Terminal terminal;
    private final LongSupplier nanos;
    private String stage = "";
    private long total;
    private long done;
    private String detail = "";
    private long shown;

    LineProgress(Terminal terminal) {
        this(terminal, System::nanoTime);
    }

    LineProgress(Terminal terminal, LongSupplier nanos) {
        this.terminal = terminal;
        this.nanos = nanos;
    }

    @Override
    public synchronized void start(String name, long steps) {
        stage = name;
        total = steps;
        done = 0;
        detail = "";
        shown = nanos.getAsLong();
        terminal.note(name + (steps < 0 ? "" : " (" + Lines.count(steps) + ")") + " ...");
    }

    @Override
    public synchronized void advance(long steps) {
        done += steps;
        var now = nanos.getAsLong();
        if (now - shown >= PAUSE.toNanos()) {
            shown = now;
            terminal.note(stage + ": " + Lines.count(done) + (total < 0 ? "" : " of " + Lines.count(total))
                    + (detail.isEmpty() ? "" : ", " + detail));
        }
    }

    @Override
    public synchronized void detail(String words) {
        detail = words;
    }

    @Override
    public synchronized void finish(String summary) {
        terminal.note(Lines.stage(terminal, stage, summary));
    }
}

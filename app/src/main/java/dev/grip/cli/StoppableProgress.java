package dev.grip.cli;

import dev.grip.pipeline.Progress;

/** Ends the work it shows at its next step once the process is asked to stop; what was stored by then is kept. */
record StoppableProgress(Progress progress, Stop stop) implements Progress {

    @Override
    public void start(String stage, long total) {
        stop.check();
        progress.start(stage, total);
    }

    @Override
    public void start(String stage, long total, long done) {
        stop.check();
        progress.start(stage, total, done);
    }

    @Override
    public void detail(String words) {
        progress.detail(words);
    }

    @Override
    public void advance(long steps) {
        stop.check();
        progress.advance(steps);
    }

    @Override
    public void finish(String summary) {
        progress.finish(summary);
    }
}

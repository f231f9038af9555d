package dev.grip.pipeline.work;

/** Counts what a slice accepted for its run's budget, but not a second time what was stored before. Thread-safe. */
final class SliceKept {

    private final RunControl control;
    private final long before;
    private long counted;

    SliceKept(RunControl control, long before) {
        this.control = control;
        this.before = before;
    }

    Making count(Making making) {
        if (making.outcome() instanceof Outcome.Finished finished && finished.accepted() != null && another()) {
            control.keep(1);
        }
        return making;
    }

    private synchronized boolean another() {
        counted++;
        return counted > before;
    }
}

package dev.grip.pipeline;

/** Where a long operation says how far it is. Called from several threads; implementations are thread-safe. */
public interface Progress {

    Progress NONE = new Progress() {
        @Override
        public void start(String stage, long total) {}

        @Override
        public void advance(long steps) {}

        @Override
        public void finish(String summary) {}
    };

    /** A stage begins; {@code total} is its number of steps, or -1 when unknown. */
    void start(String stage, long total);

    /** As {@link #start(String, long)}, but so many of the steps are done already. */
    default void start(String stage, long total, long done) {
        start(stage, total);
        advance(done);
    }

    void advance(long steps);

    /** Says in a few words what is going on, until the next ones. */
    default void detail(String words) {}

    /** The stage is over; {@code summary} is one line for a person. */
    void finish(String summary);
}

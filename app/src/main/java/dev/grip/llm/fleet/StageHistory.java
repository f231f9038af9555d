package dev.grip.llm.fleet;

import dev.grip.llm.FailureCategory;
import dev.grip.llm.fleet.Trouble.Retry;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What became of the calls of each stage of one model. A stage whose first calls are all refused as bad requests is stopped: its
 * prompt or settings are at fault, and the rest of its items would be lost one by one. Thread-safe.
 */
final class StageHistory {

    private static final int FIRST = 5;

    private final AtomicLong answered = new AtomicLong();
    private final Map<String, Stage> stages = new ConcurrentHashMap<>();

    private static final class Stage {
        private volatile boolean worked;
        private final AtomicLong refused = new AtomicLong();
        private volatile Optional<Trouble> stopped = Optional.empty();
    }

    /** Why calls of this stage are not sent any more; empty as long as they are. */
    Optional<Trouble> refusal(String stage) {
        Stage one = stages.get(stage);
        return one == null ? Optional.empty() : one.stopped;
    }

    /** A call has its answer. */
    void answered(String stage) {
        answered.incrementAndGet();
        stages.computeIfAbsent(stage, name -> new Stage()).worked = true;
    }

    /** How many calls have their answer, of all stages. */
    long answered() {
        return answered.get();
    }

    /** A call ended with this trouble; what is left to say of it. */
    Trouble last(String stage, Trouble trouble) {
        if (trouble.category() != FailureCategory.BAD_REQUEST) {
            return trouble;
        }
        Stage one = stages.computeIfAbsent(stage, name -> new Stage());
        if (one.worked || one.refused.incrementAndGet() < FIRST) {
            return trouble;
        }
        Trouble stop = Trouble.of(
                FailureCategory.BAD_STAGE,
                Retry.NEVER,
                "the first " + FIRST + " calls" + (stage.isEmpty() ? "" : " of " + stage)
                        + " were all refused; the last: " + trouble.detail(),
                "correct the prompt or its sampling, or check what the server supports, then start again");
        one.stopped = Optional.of(stop);
        return stop;
    }
}

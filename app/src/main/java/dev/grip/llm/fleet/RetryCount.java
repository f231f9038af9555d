package dev.grip.llm.fleet;

import java.time.Duration;
import java.util.Optional;

/** The repetitions of one call so far: decides whether there is another and after which pause. Not thread-safe. */
final class RetryCount {

    private final RetryPolicy policy;
    private final Tempo tempo;
    private final long started;
    private int used;
    private int timeouts;
    private int waits;
    private boolean freshConnectionTried;

    RetryCount(RetryPolicy policy, Tempo tempo) {
        this.policy = policy;
        this.tempo = tempo;
        this.started = tempo.nanoTime();
    }

    /** The pause before the next attempt, or nothing when this was the last. */
    Optional<Duration> next(Trouble trouble) {
        return switch (trouble.retry()) {
            case NEVER -> Optional.empty();
            case AT_ONCE -> atOnce();
            case BACKOFF -> backOff();
            case ONE_MORE -> ++timeouts > 1 ? Optional.empty() : backOff();
            case WAIT, REQUEUE -> waitForRoom(trouble.askedWait());
        };
    }

    private Optional<Duration> atOnce() {
        if (freshConnectionTried) {
            return backOff();
        }
        freshConnectionTried = true;
        return Optional.of(Duration.ZERO);
    }

    private Optional<Duration> backOff() {
        used++;
        return used >= policy.attempts() ? Optional.empty() : Optional.of(policy.jittered(used, tempo.random()));
    }

    private Optional<Duration> waitForRoom(Duration asked) {
        waits++;
        Duration pause = policy.capped(asked).plus(policy.jittered(waits, tempo.random()));
        Duration age = Duration.ofNanos(tempo.nanoTime() - started);
        return age.plus(pause).compareTo(policy.patience()) > 0 ? Optional.empty() : Optional.of(pause);
    }
}

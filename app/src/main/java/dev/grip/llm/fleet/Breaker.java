package dev.grip.llm.fleet;

import java.time.Duration;
import java.util.Optional;

/**
 * Whether one server may be asked. It opens after a few failures in a row, or at once when the server is seen to be dead or
 * stuck; from then on nobody is sent there. After a growing pause somebody has to look at the server ({@link #lookDue}); when it
 * seems well, one call goes ahead alone, and only its success closes the breaker. Pure arithmetic; not thread-safe.
 */
final class Breaker {

    private static final int UNREACHED = 3;
    private static final int FAILED = 3;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

    private enum State {
        CLOSED,
        OPEN,
        TRYING
    }

    private State state = State.CLOSED;
    private int unreached;
    private int failed;
    private int openings;
    private long openSince;
    private long lookAt;
    private String reason = "";

    boolean closed() {
        return state == State.CLOSED;
    }

    /** Whether one call may go ahead although it is not closed. */
    boolean trying() {
        return state == State.TRYING;
    }

    /** Why it is open; empty when it is not. */
    Optional<String> reason() {
        return state == State.CLOSED ? Optional.empty() : Optional.of(reason);
    }

    /** For how many nanoseconds it has not been closed; trials that failed do not count as closed. */
    long openFor(long now) {
        return state == State.CLOSED ? 0 : now - openSince;
    }

    /** The server answered; true if that closed the breaker. */
    boolean succeeded() {
        unreached = 0;
        failed = 0;
        boolean closes = state == State.TRYING;
        if (closes) {
            state = State.CLOSED;
            openings = 0;
        }
        return closes;
    }

    /** No connection came about; true if that opened the breaker. */
    boolean unreached(String why, long now) {
        return failed(++unreached >= UNREACHED, why, now);
    }

    /** The server failed on a call, which may be the call's fault; true if that opened the breaker. */
    boolean failed(String why, long now) {
        return failed(++failed >= FAILED, why, now);
    }

    private boolean failed(boolean enough, String why, long now) {
        boolean opens = state == State.TRYING || (state == State.CLOSED && enough);
        if (opens) {
            open(why, now);
        }
        return opens;
    }

    /** Opens it whatever was before. */
    void open(String why, long now) {
        if (state == State.CLOSED) {
            openSince = now;
        }
        long pause = Math.min(LONGEST_PAUSE.toNanos(), FIRST_PAUSE.toNanos() << Math.min(openings, 10));
        state = State.OPEN;
        reason = why;
        openings++;
        lookAt = now + pause;
        unreached = 0;
        failed = 0;
    }

    /** Whether the server should be looked at now. */
    boolean lookDue(long now) {
        return state == State.OPEN && now - lookAt >= 0;
    }

    /** What the look found: let one call try, or wait longer. */
    void looked(boolean well, long now) {
        if (state != State.OPEN) {
            return;
        }
        if (well) {
            state = State.TRYING;
        } else {
            open(reason, now);
        }
    }
}

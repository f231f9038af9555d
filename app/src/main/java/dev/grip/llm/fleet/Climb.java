package dev.grip.llm.fleet;

import java.time.Duration;

/**
 * Finds a limit for a server without metrics: raises it by a quarter, at least by one, and keeps that only if tokens a second
 * rise as well. Compares whole rounds of calls, so that short and long answers are mixed alike. Pure arithmetic; not
 * thread-safe.
 */
final class Climb {

    private static final Duration SHORTEST_ROUND = Duration.ofSeconds(2);
    private static final double RAISE = 1.25;
    private static final double WORTH = 1.06;
    private static final int HELD_ROUNDS = 20;

    private long began = -1;
    private int calls;
    private long tokens;
    private boolean everFull;
    private double before;
    private double rateBefore;
    private int held;

    /** One more call has ended; the limit from now on. */
    double succeeded(double limit, int more, boolean full, long now) {
        if (began < 0) {
            begin(now);
        }
        calls++;
        tokens += more;
        everFull |= full;
        if (calls < limit || now - began < SHORTEST_ROUND.toNanos()) {
            return limit;
        }
        double rate = tokens * 1e9 / (now - began);
        boolean wasFull = everFull;
        begin(now);
        return wasFull ? next(limit, rate) : limit;
    }

    private void begin(long now) {
        began = now;
        calls = 0;
        tokens = 0;
        everFull = false;
    }

    private double next(double limit, double rate) {
        if (held > 0) {
            held--;
            return limit;
        }
        if (before > 0 && rate < rateBefore * WORTH) {
            double back = before;
            hold();
            return back;
        }
        before = limit;
        rateBefore = rate;
        return Math.max(limit + 1, limit * RAISE);
    }

    /** Stays where it is for a while. */
    void hold() {
        held = HELD_ROUNDS;
        before = 0;
    }
}

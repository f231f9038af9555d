package dev.grip.llm.fleet;

import java.time.Duration;

/**
 * How many sequences may be out to one server at once. With the server's metrics it settles where all its slots run and a
 * twentieth as many wait; latency is never looked at, because batching raises latency and throughput together. Without metrics
 * it climbs as long as tokens a second grow with it. A refusal (429, 503) takes a quarter off, once in a while. Pure arithmetic;
 * not thread-safe.
 */
final class ConcurrencyLimit {

    static final int START = 32;
    private static final double FULL = 0.95;
    private static final double QUEUE = 0.05;
    private static final double LONG_QUEUE = 0.10;
    private static final double HUGE_QUEUE = 0.50;
    private static final int STRAINED_LOOKS = 3;
    private static final double KV_FULL = 0.95;
    private static final double STEP = 0.05;
    private static final double REFUSED = 0.75;
    private static final double PREEMPTED = 0.95;
    private static final double PREEMPTED_SHARE = 0.02;
    private static final int BRINK_LOOKS = 60;
    private static final double NEAR = 0.9;
    private static final double CAREFUL_STEP = 0.01;
    private static final double SMOOTHING = 0.5;
    private static final Duration COOLDOWN = Duration.ofSeconds(2);

    private final int most;
    private final Climb climb;
    private double limit;
    private boolean ramping = true;
    private boolean draining;
    private int strained;
    private int unqueued;
    private double preemptions = -1;
    private double running = -1;
    private double brink;
    private int brinkLooks;
    private long refusedAt;
    private boolean refused;

    /** At most {@code most}. */
    ConcurrencyLimit(int most) {
        this.most = most;
        this.climb = new Climb();
        this.limit = Math.min(START, most);
    }

    int value() {
        return (int) limit;
    }

    /**
     * The server's metrics were looked at.
     *
     * @param peak most sequences of ours that were out since the last look
     * @param out how many are out now
     */
    void looked(ServerLoad load, int peak, int out) {
        double fresh = preemptions < 0 ? 0 : load.preemptions() - preemptions;
        preemptions = load.preemptions();
        running = running < 0 ? load.running() : running + (load.running() - running) * SMOOTHING;
        brinkLooks--;
        if (draining) {
            // What is out beyond the limit goes on straining the server until it has ended.
            draining = out > limit;
        } else if (fresh > Math.max(1, PREEMPTED_SHARE * load.running())) {
            preempted(load.running(), out);
        } else if (load.waiting() > Math.max(2, LONG_QUEUE * load.running())) {
            queued(load, out);
        } else {
            calm(load, peak, out);
        }
    }

    /** A little below what the KV cache has held on average; from there on only slowly up again. */
    private void preempted(double now, int out) {
        unqueued = 0;
        ramping = false;
        brink = Math.min(limit, Math.max(running, now));
        brinkLooks = BRINK_LOOKS;
        lower(brink * PREEMPTED, out);
    }

    /** More only when what is out has arrived there: a look may come before the calls that the last one allowed. */
    private void calm(ServerLoad load, int peak, int out) {
        strained = 0;
        ramping &= load.waiting() == 0;
        unqueued = load.waiting() == 0 ? unqueued + 1 : 0;
        boolean arrived = load.running() >= FULL * out;
        if (load.waiting() == 0 && arrived && peak >= FULL * value() && load.kvUsage() < KV_FULL) {
            grow();
        }
    }

    /** So many that what is out now would have run with a short queue; others may be asking this server as well. */
    private void queued(ServerLoad load, int out) {
        unqueued = 0;
        strained++;
        ramping = false;
        if (strained >= STRAINED_LOOKS || load.waiting() > HUGE_QUEUE * load.running()) {
            strained = 0;
            double wanted = load.running() + Math.max(1, QUEUE * load.running());
            lower(Math.min(limit, Math.max(out, 1) * wanted / (load.running() + load.waiting())), out);
        }
    }

    /** The more looks in a row have found no queue, the larger the step; near the brink each is small and counts for nothing. */
    private void grow() {
        double step = STEP * limit * (1 << Math.min(3, unqueued / 3));
        if (brinkLooks > 0 && limit > NEAR * brink) {
            unqueued = 0;
            step = CAREFUL_STEP * limit;
        } else if (ramping) {
            step = limit;
        }
        set(limit + Math.max(1, step));
    }

    /** A call was refused because the server is overloaded. */
    void refused(long now) {
        if (!refused || now - refusedAt >= COOLDOWN.toNanos()) {
            ramping = false;
            refused = true;
            refusedAt = now;
            climb.hold();
            set(limit * REFUSED);
        }
    }

    /** A call ended well on a server that shows no metrics. */
    void succeeded(int tokens, boolean full, long now) {
        set(climb.succeeded(limit, tokens, full, now));
    }

    /** The server was away and is back: carefully at first. */
    void restart() {
        set(Math.min(START, limit) / 4);
        ramping = true;
        draining = false;
        strained = 0;
        unqueued = 0;
        preemptions = -1;
        running = -1;
    }

    private void lower(double wanted, int out) {
        set(wanted);
        draining = out > limit;
    }

    private void set(double wanted) {
        limit = Math.max(1, Math.min(most, wanted));
    }
}

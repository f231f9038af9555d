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
    private static final double PREEMPTED = 0.9;
    private static final double PREEMPTED_SHARE = 0.02;
    private static final int CEILING_LOOKS = 30;
    private static final Duration COOLDOWN = Duration.ofSeconds(2);

    private final int most;
    private final Climb climb;
    private double limit;
    private boolean ramping = true;
    private int strained;
    private int raises;
    private double preemptions = -1;
    private double ceiling;
    private int ceilingLooks;
    private long refusedAt;
    private boolean refused;

    /** At most {@code most}. */
    ConcurrencyLimit(int most) {
        this.most = most;
        this.climb = new Climb();
        this.limit = Math.min(START, most);
        this.ceiling = most;
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
        if (--ceilingLooks <= 0) {
            ceiling = most;
        }
        if (fresh > Math.max(1, PREEMPTED_SHARE * load.running())) {
            preempted(load, out);
        } else if (load.waiting() > Math.max(2, LONG_QUEUE * load.running())) {
            queued(load, out);
        } else {
            strained = 0;
            ramping &= load.waiting() == 0;
            if (load.waiting() == 0 && peak >= FULL * value() && load.kvUsage() < KV_FULL) {
                grow();
            } else {
                raises = 0;
            }
        }
    }

    /** Calls that were let out before the limit fell go on being preempted until they end; that says nothing new. */
    private void preempted(ServerLoad load, int out) {
        raises = 0;
        ramping = false;
        if (out <= value()) {
            set(Math.min(limit, load.running()) * PREEMPTED);
            ceiling = limit;
            ceilingLooks = CEILING_LOOKS;
        }
    }

    /** So many that what is out now would have run with a short queue; others may be asking this server as well. */
    private void queued(ServerLoad load, int out) {
        raises = 0;
        strained++;
        ramping = false;
        if (strained >= STRAINED_LOOKS || load.waiting() > HUGE_QUEUE * load.running()) {
            strained = 0;
            double wanted = load.running() + Math.max(1, QUEUE * load.running());
            set(Math.min(limit, Math.max(out, 1) * wanted / (load.running() + load.waiting())));
        }
    }

    /** The more raises in a row have brought no queue, the larger the next one. */
    private void grow() {
        double step = ramping ? limit : Math.max(1, STEP * limit * (1 << Math.min(3, raises / 3)));
        raises = limit < ceiling ? raises + 1 : 0;
        set(Math.min(limit + step, Math.max(ceiling, limit)));
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
        strained = 0;
        preemptions = -1;
    }

    private void set(double wanted) {
        limit = Math.max(1, Math.min(most, wanted));
    }
}

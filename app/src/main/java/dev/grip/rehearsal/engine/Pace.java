package dev.grip.rehearsal.engine;

/**
 * Where sequences are on their way from a slot to their last token, and when the next of them is there.
 *
 * <p>Time goes by in steps, as in a real engine: a step adds one token to every sequence that decodes, and takes longer the
 * more of them there are. While prompts wait to be computed, each step also does a batch of their tokens and takes longer
 * by that. Steps are not counted one by one: between two events the length of a step is constant, so that events cost
 * O(log n) and nothing happens in between.
 */
final class Pace {

    private final Starting starting = new Starting();
    private final Prefilling prefilling = new Prefilling();
    private final Decoding decoding = new Decoding();
    private EngineConfig config;
    private Latency latency;
    private long now;

    Pace(EngineConfig config, Latency latency) {
        this.config = config;
        this.latency = latency;
    }

    /** Holds from now on, for what is under way as well. */
    void change(EngineConfig newConfig, Latency newLatency) {
        double overhead = latency.overheadNanos();
        starting.stretch(overhead == 0 ? 0 : newLatency.overheadNanos() / overhead, now);
        config = newConfig;
        latency = newLatency;
    }

    long now() {
        return now;
    }

    double jitter() {
        return latency.jitter();
    }

    Starting starting() {
        return starting;
    }

    Prefilling prefilling() {
        return prefilling;
    }

    Decoding decoding() {
        return decoding;
    }

    /** Lets the overhead of a sequence pass before its prefill. */
    void start(Sequence sequence) {
        starting.add(sequence, now + (long) (latency.overheadNanos() * sequence.weight));
    }

    boolean startDue() {
        return starting.next() <= now;
    }

    boolean prefillDue() {
        return prefilling.pending() && after(prefillSteps()) <= now;
    }

    boolean decodeDue() {
        return decoding.size() > 0 && after(decoding.left()) <= now;
    }

    /** When something is due next; {@link Long#MAX_VALUE} for never. */
    long next() {
        long next = starting.next();
        if (prefilling.pending()) {
            next = Math.min(next, after(prefillSteps()));
        }
        if (decoding.size() > 0) {
            next = Math.min(next, after(decoding.left()));
        }
        return Math.max(next, now);
    }

    private double prefillSteps() {
        return latency.promptTokenNanos() == 0 ? 0 : prefilling.left() / config.maxNumBatchedTokens();
    }

    private long after(double steps) {
        double nanos = steps * stepNanos();
        return nanos > Long.MAX_VALUE / 4.0 ? Long.MAX_VALUE : now + (long) Math.ceil(nanos);
    }

    private double stepNanos() {
        int size = decoding.size();
        double decode = size == 0 ? 0 : latency.tokenNanos(size, config.maxNumSeqs());
        return prefilling.pending() ? decode + config.maxNumBatchedTokens() * latency.promptTokenNanos() : decode;
    }

    /** Lets time pass, in which nothing is due. */
    void moveTo(long time) {
        double step = stepNanos();
        if (time > now && step > 0) {
            double steps = (time - now) / step;
            if (decoding.size() > 0) {
                decoding.move(steps);
            }
            prefilling.move(steps * config.maxNumBatchedTokens());
        }
        now = Math.max(now, time);
    }
}

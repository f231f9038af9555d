package dev.grip.rehearsal.engine;

import java.util.Map;

/**
 * An engine at one moment: what {@code /metrics} tells of it. Counters count from its start.
 *
 * @param kvUsage share of the KV cache in use, 0 to 1
 * @param finished sequences by finish reason
 * @param mostAtOnce most sequences that ran or waited at one time
 */
public record EngineState(
        Load load, double kvUsage, Work work, Map<String, Long> finished, Times times, int mostAtOnce) {

    /** Sequences with a slot, and those in the queue. */
    public record Load(int running, int waiting) {}

    /** Tokens and preemptions so far. */
    public record Work(
            long promptTokens, long generationTokens, long preemptions, long prefixQueries, long prefixHits) {}

    /** Distributions of the time to the first token and in the queue. */
    public record Times(Histogram firstToken, Histogram queue) {}
}

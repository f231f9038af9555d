package dev.grip.rehearsal.engine;

import java.util.TreeMap;

/** What an engine has done since its start. */
final class Counters {

    // The bounds of vLLM's histograms of the same names.
    private static final double[] FIRST_TOKEN = {
        0.001, 0.005, 0.01, 0.02, 0.04, 0.06, 0.08, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10, 20, 40, 80, 160, 640, 2560
    };
    private static final double[] QUEUE = {
        0.3, 0.5, 0.8, 1, 1.5, 2, 2.5, 5, 10, 15, 20, 30, 40, 50, 60, 120, 240, 480, 960, 1920, 7680
    };

    final Histogram firstToken = new Histogram(FIRST_TOKEN);
    final Histogram queueTime = new Histogram(QUEUE);
    final TreeMap<String, Long> finished = new TreeMap<>();
    long preemptions;
    long prefixQueries;
    long prefixHits;
    long promptTokens;
    long generationTokens;
    int mostAtOnce;

    void admitted(Sequence sequence, long now) {
        queueTime.addNanos(now - sequence.arrived);
        prefixQueries += sequence.tokens();
        prefixHits += sequence.computed;
    }

    void prefilled(Sequence sequence, long now) {
        firstToken.addNanos(now - sequence.arrived);
        promptTokens += sequence.plan.prompt().tokens();
    }

    void aborted() {
        finished.merge("abort", 1L, Long::sum);
    }

    void finished(Sequence sequence) {
        finished.merge(sequence.plan.finishReason(), 1L, Long::sum);
    }

    /** With tokens decoded, beside those that prefill gave. */
    EngineState.Work work(long decoded) {
        return new EngineState.Work(promptTokens, generationTokens + decoded, preemptions, prefixQueries, prefixHits);
    }
}

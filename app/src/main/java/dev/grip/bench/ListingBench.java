package dev.grip.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Lists every combination of each kind inside the server, and checks their number against the census. */
final class ListingBench {

    private static final int RUNS = 5;
    private static final double PATIENCE = 3;
    private static final double MILLION = 1e6;

    private final Stand stand;

    ListingBench(Stand stand) {
        this.stand = stand;
    }

    /** What listing each of these kinds took. */
    Map<String, Timing<Long>> run(Map<String, Long> counts) {
        var timings = new LinkedHashMap<String, Timing<Long>>();
        counts.forEach((kind, count) -> {
            var timing = list(kind);
            timings.put(kind, timing);
            if (!timing.result().equals(count)) {
                stand.say(Disagreement.of(stand.metric(kind + " listed"), timing.result(), count, "kprg.census"));
            }
            stand.say(Measure.of(stand.metric(kind + " listed"), timing.median(), "s")
                    .noting(String.format(
                            Locale.ROOT,
                            "%,d inside the server, %.1f M/s; median of %d",
                            timing.result(),
                            timing.result() / timing.median() / MILLION,
                            timing.runs())));
        });
        return timings;
    }

    private Timing<Long> list(String kind) {
        var config = Stand.config(Map.of("kinds", List.of(kind)));
        int warmups = stand.large() ? 0 : 3;
        return Timing.of(warmups, RUNS, PATIENCE, () -> stand.combinations("list-inside", config));
    }
}

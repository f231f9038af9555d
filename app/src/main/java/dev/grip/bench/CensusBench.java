package dev.grip.bench;

import dev.grip.graph.Query;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.neo4j.driver.Record;

/** Counts, samples and seeks: what must stay quick however large the space is. */
final class CensusBench {

    private static final Query CENSUS = Query.of("combinations/census");
    private static final Query CURSORS = Query.of("bench/sample-cursors");
    private static final Query BLOCKS = Query.of("bench/list-blocks");
    private static final List<String> PAIRS = List.of("TWO_HOP");
    private static final double PATIENCE = 10;
    private static final long SAMPLE = 100_000;
    private static final int SEEKS = 9;
    private static final int BLOCK = 4_096;

    private static final double CENSUS_SECONDS = 10;
    private static final double SAMPLE_SECONDS = 1;
    private static final double SEEK_MILLISECONDS = 50;

    private final Stand stand;

    CensusBench(Stand stand) {
        this.stand = stand;
    }

    /** How many combinations of each kind there are, with the sizes procedures use by default. */
    Map<String, Long> run() {
        var census = Timing.of(
                stand.large() ? 0 : 1, 3, PATIENCE, () -> stand.graph().read(CENSUS, Stand.config(Map.of())));
        var all = Measure.of(stand.metric("census of all kinds"), census.median(), "s")
                .noting("median of " + census.runs());
        stand.say(stand.large() ? all.atMost(CENSUS_SECONDS) : all);
        sample();
        seek();
        var counts = new LinkedHashMap<String, Long>();
        for (Record row : census.result()) {
            counts.merge(row.get("kind").asString(), row.get("count").asLong(), Long::sum);
        }
        return counts;
    }

    private void sample() {
        // Another kind, so that the statement is planned but nothing about TWO_HOP is prepared.
        stand.combinations("sample-inside", Stand.config(Map.of("kinds", List.of("ONE_HOP"), "limit", 1)));
        var first = Timing.once(() -> draw(1));
        int[] seed = {2};
        var further = Timing.of(0, 3, PATIENCE, () -> draw(seed[0]++));
        String drawn = String.format(Locale.ROOT, "%,d TWO_HOP pairs, counted inside the server", first.result());
        say("first sample", first.best(), drawn);
        say("next sample", further.median(), drawn + "; another seed each time, median of " + further.runs());
    }

    private void say(String words, double seconds, String note) {
        var measure = Measure.of(stand.metric(words), seconds, "s").noting(note);
        stand.say(stand.large() ? measure.atMost(SAMPLE_SECONDS) : measure);
    }

    private long draw(long seed) {
        return stand.combinations("sample-inside", Stand.config(Map.of("kinds", PAIRS, "limit", SAMPLE, "seed", seed)));
    }

    private void seek() {
        var places = stand.graph().read(CURSORS, Stand.config(Map.of("kinds", PAIRS, "limit", SEEKS, "seed", 7)));
        block(Map.of("kinds", PAIRS, "limit", BLOCK));
        var times = new ArrayList<Double>();
        for (Record place : places) {
            Map<String, Object> config = Map.of(
                    "kinds", PAIRS, "limit", BLOCK, "after", place.get("cursor").asString());
            times.add(Timing.once(() -> block(config)).best());
        }
        double worst = times.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        var measure = Measure.of(stand.metric("first block after a seek"), worst * 1_000, "ms")
                .noting("to the client; worst of " + times.size() + " cursors from anywhere among the TWO_HOP pairs");
        stand.say(stand.large() ? measure.atMost(SEEK_MILLISECONDS) : measure);
    }

    private int block(Map<String, Object> config) {
        return stand.graph().read(BLOCKS, Stand.config(config)).size();
    }
}

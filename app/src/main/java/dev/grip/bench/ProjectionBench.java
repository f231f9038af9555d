package dev.grip.bench;

import dev.grip.graph.Query;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Loads the projection again and again, by raising the epoch, and asks how much memory it takes. */
final class ProjectionBench {

    private static final Query RAISE_EPOCH = Query.of("bench/raise-epoch");
    private static final Query INFO = Query.of("bench/read-info");
    private static final Map<String, Object> FIRST_EDGE = Stand.config(Map.of("kinds", List.of("ONE_HOP"), "limit", 1));
    private static final int RUNS = 3;
    private static final double SECONDS = 30;
    private static final double MILLION = 1e6;

    private static final double RELATIONSHIPS = 1.5;
    private static final double BYTES_OF_AN_EDGE = 20;
    private static final double MEGABYTES = 1_000;

    private final Stand stand;

    ProjectionBench(Stand stand) {
        this.stand = stand;
    }

    /** Returns the largest degree. */
    long run() {
        load();
        var info = stand.graph().read(INFO, Map.of()).get(0);
        if (info.get("nodes").asLong() != stand.nodes() || info.get("edges").asLong() != stand.edges()) {
            throw new BenchException("kprg.info says " + info.asMap() + " of a graph with " + stand.nodes()
                    + " knowledge points and " + stand.edges() + " edges");
        }
        memory(info.get("projectionBytes").asLong());
        return info.get("maxDegree").asLong();
    }

    private void load() {
        var first = Timing.once(this::firstEdge);
        double best = Double.POSITIVE_INFINITY;
        double spent = 0;
        int runs = 0;
        while (runs < RUNS && spent < SECONDS) {
            stand.graph().write(RAISE_EPOCH, Map.of());
            double loading = Timing.once(this::firstEdge).best();
            double loaded = Timing.once(this::firstEdge).best();
            // So small a graph that chance decides which call is longer says nothing about loading alone.
            best = Math.min(best, loading > loaded ? loading - loaded : loading);
            spent += loading;
            runs++;
        }
        long relationships = stand.edges() + stand.requirements();
        var load = Measure.of(stand.metric("projection loaded"), relationships / best / MILLION, "M relationships/s")
                .noting(String.format(
                        Locale.ROOT,
                        "best of %d: %.3f s for %,d CO_OCCURS and REQUIRES; the first one after the start took %.3f s",
                        runs,
                        best,
                        relationships,
                        first.best()));
        stand.say(stand.judged() ? load.atLeast(RELATIONSHIPS) : load);
    }

    private long firstEdge() {
        return stand.combinations("list-inside", FIRST_EDGE);
    }

    private void memory(long bytes) {
        var each = Measure.of(stand.metric("projection size"), (double) bytes / stand.edges(), "bytes/edge")
                .noting("all of it, ids and seeds included, by CO_OCCURS edge");
        stand.say(stand.judged() ? each.atMost(BYTES_OF_AN_EDGE) : each);
        if (stand.large()) {
            stand.say(Measure.of(stand.metric("projection heap"), bytes / MILLION, "MB")
                    .atMost(MEGABYTES));
        }
    }
}

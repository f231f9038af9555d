package dev.grip.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The benchmark of the {@code kprg} procedures: for each scale a graph of its own on a server of its own, every figure handed over
 * as soon as it is known. Rivals are measured at the smallest scale only; at the end comes how cost grows with size.
 */
public final class GraphBench {

    private final Request request;
    private final Consumer<String> notes;
    private final Consumer<Measure> out;
    private final Costs costs = new Costs();

    /**
     * What to measure.
     *
     * @param scales multiples of the published graph's size
     * @param home the assembled Neo4j; null for the one beside this program
     * @param keep whether the stores stay for a look afterwards
     */
    public record Request(List<Double> scales, Set<Rival> skip, @Nullable Path home, boolean keep) {

        public Request {
            scales = scales.stream().distinct().sorted().toList();
            scales.forEach(KprgPlan::of);
            skip = Set.copyOf(skip);
        }
    }

    /** {@code notes} takes sentences about what is happening, {@code out} the figures. */
    public GraphBench(Request request, Consumer<String> notes, Consumer<Measure> out) {
        this.request = request;
        this.notes = notes;
        this.out = out;
    }

    public void run() {
        request.scales().forEach(this::run);
        if (request.scales().size() > 1) {
            costs.growth().forEach(out);
        }
    }

    private void run(double scale) {
        notes.accept("Growing and loading " + Stand.name(scale) + " ...");
        try (var folder = new BenchFolder(request.keep())) {
            if (request.keep()) {
                notes.accept("The store of " + Stand.name(scale) + " stays in " + folder.path());
            }
            measure(scale, folder);
        }
    }

    private void measure(double scale, BenchFolder folder) {
        var kprg = SyntheticKprg.grow(scale);
        long edges = kprg.edges();
        long requirements = kprg.requirements();
        var loading = Timing.once(() -> BenchServer.load(kprg, folder.path(), request.home()));
        try (BenchServer server = folder.serving(loading.result())) {
            boolean judged =
                    scale >= 1 && scale == request.scales().get(request.scales().size() - 1);
            notes.accept(String.format(
                    Locale.ROOT,
                    "Measuring %s: %,d seeds, %,d knowledge points, %,d edges, loaded in %.0f s ...",
                    Stand.name(scale),
                    kprg.seeds(),
                    kprg.knowledgePoints(),
                    edges,
                    loading.best()));
            measure(new Stand(scale, kprg.knowledgePoints(), edges, requirements, judged, server.graph(), out));
        }
    }

    private void measure(Stand stand) {
        stand.say(Measure.count(stand.metric("knowledge points"), stand.nodes(), "nodes"));
        stand.say(Measure.count(stand.metric("CO_OCCURS edges"), stand.edges(), "edges"));
        long maxDegree = new ProjectionBench(stand).run();
        stand.say(Measure.count(stand.metric("largest degree"), maxDegree, "edges"));
        Map<String, Long> counts = new CensusBench(stand).run();
        counts.forEach((kind, count) -> stand.say(Measure.count(stand.metric(kind), count, Measure.COMBINATIONS)));
        var listed = new ListingBench(stand).run(counts);
        listed.forEach(
                (kind, timing) -> costs.add(kind, stand.edges(), counts.getOrDefault(kind, 0L), timing.median()));
        new TransferBench(stand).run(counts.getOrDefault("TWO_HOP", 0L));
        if (stand.scale() == request.scales().get(0)) {
            new RivalBench(stand, request.skip()).run(of(listed, "TWO_HOP"), of(listed, "COMMUNITY"));
        }
    }

    private static Timing<Long> of(Map<String, Timing<Long>> listed, String kind) {
        Timing<Long> timing = listed.get(kind);
        if (timing == null) {
            throw new BenchException("kprg.census has no row for " + kind + ", only for " + listed.keySet());
        }
        return timing;
    }
}

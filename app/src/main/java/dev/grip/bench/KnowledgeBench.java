package dev.grip.bench;

import dev.grip.embedded.EmbeddedNeo4j;
import dev.grip.embedded.EmbeddedSettings;
import dev.grip.graph.Graph;
import dev.grip.knowledge.neighbours.NeighbourSearch;
import dev.grip.knowledge.neighbours.Neighbours;
import dev.grip.knowledge.neighbours.Reach;
import dev.grip.knowledge.neighbours.Recall;
import dev.grip.knowledge.neighbours.Vectors;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The benchmark of finding near pairs of mentions: all pairs exactly, beside a plain double loop, and Neo4j's vector index. */
public final class KnowledgeBench {

    /** The published lower bound, and what merges with bge-small-en-v1.5. */
    private static final Reach REACH = new Reach(0.70, 0.96, 8);

    private static final int JUDGED = 50_000;
    private static final double SECONDS = 60;
    private static final double HEAP = 2048;

    private final Request request;
    private final Consumer<String> notes;
    private final Consumer<Measure> out;

    /**
     * How many mentions are compared.
     *
     * @param mentions exactly, all with all; only {@value KnowledgeBench#JUDGED} or more are held against the targets
     * @param naive by the plain double loop, whose time is scaled to all pairs
     * @param indexed with Neo4j's vector index; 0 leaves it out
     * @param home the assembled Neo4j; null for the one beside this program
     */
    public record Request(int mentions, int naive, int indexed, @Nullable Path home) {

        public Request {
            require("--mentions", mentions, 2);
            require("--naive", naive, 2);
            require("--indexed", indexed, 0);
        }

        private static void require(String option, int value, int least) {
            if (value < least) {
                throw new IllegalArgumentException(option + " is " + value + "; it must be " + least + " or more");
            }
        }
    }

    /** {@code notes} takes sentences about what is happening, {@code out} the figures. */
    public KnowledgeBench(Request request, Consumer<String> notes, Consumer<Measure> out) {
        this.request = request;
        this.notes = notes;
        this.out = out;
    }

    public void run() {
        int most = Math.max(request.mentions(), Math.max(request.naive(), request.indexed()));
        notes.accept(String.format(Locale.ROOT, "Making %,d vectors ...", most));
        List<float[]> vectors = SyntheticVectors.of(most);
        notes.accept(String.format(Locale.ROOT, "Comparing %,d mentions, all with all ...", request.mentions()));
        double seconds = exact(vectors.subList(0, request.mentions()));
        naive(vectors.subList(0, Math.min(request.naive(), request.mentions())), seconds);
        if (request.indexed() > 0) {
            notes.accept(String.format(Locale.ROOT, "Asking a vector index of %,d mentions ...", request.indexed()));
            indexed(vectors.subList(0, request.indexed()));
        }
    }

    private double exact(List<float[]> vectors) {
        Spent<Neighbours> spent = Spent.on(() -> find(vectors));
        Neighbours found = spent.timing().result();
        boolean judged = vectors.size() >= JUDGED;
        Measure time = Measure.of(
                        "all pairs of " + count(vectors.size()), spent.timing().best(), "s")
                .noting(kept(found));
        out.accept(judged ? time.atMost(SECONDS) : time);
        out.accept(Measure.of("CPU of it", spent.cpu(), "s")
                .noting("all threads together, however busy the machine was with other things"));
        Measure heap = Measure.of("heap at its peak", spent.heap(), "MiB")
                .noting("with the vectors before packing, and garbage");
        out.accept(judged ? heap.atMost(HEAP) : heap);
        long above = found.above().orElseThrow();
        out.accept(Measure.count("pairs above 0.70", above, "pairs")
                .noting(String.format(Locale.ROOT, "%.2f %% of all", 100 * above / pairs(vectors.size()))));
        return spent.timing().best();
    }

    private static String kept(Neighbours found) {
        return String.format(
                Locale.ROOT,
                "%d dimensions; packing included, embedding not; kept are %,d pairs: %d nearest a mention and all from %.2f",
                SyntheticVectors.DIMENSIONS,
                found.pairs().size(),
                REACH.k(),
                REACH.same());
    }

    private static Neighbours find(List<float[]> vectors) {
        return NeighbourSearch.exact().find(Vectors.of(vectors), REACH);
    }

    private void naive(List<float[]> vectors, double seconds) {
        notes.accept(String.format(Locale.ROOT, "The same by a plain double loop over %,d ...", vectors.size()));
        double times = pairs(request.mentions()) / pairs(vectors.size());
        double loop = Timing.once(() -> NaiveLoop.above(vectors, REACH.bound())).best();
        String how = times == 1 ? "" : "; measured on " + count(vectors.size()) + " and scaled by pairs";
        out.accept(Measure.faster("beside a naive double loop", seconds, loop * times)
                .noting("one thread, a dot product a pair over a list of arrays, keeping all above 0.70" + how));
    }

    private void indexed(List<float[]> vectors) {
        var exact = Timing.once(() -> find(vectors));
        try (var folder = new BenchFolder(false);
                EmbeddedNeo4j neo4j = EmbeddedNeo4j.start(settings(folder.path()));
                Graph graph = Graph.connect(neo4j.boltUri(), neo4j.username(), neo4j.password(), "neo4j")) {
            var search = new NeighbourSearch(graph, 0);
            var timing = Timing.once(() -> search.find(Vectors.of(vectors), REACH));
            Recall recall = timing.result().recall().orElseThrow();
            out.accept(Measure.share("vector index, " + count(vectors.size()), timing.best(), "s", exact.best())
                    .noting("loading, building and dropping the index included; beside it the exact search"));
            out.accept(Measure.of("recall of the vector index", recall.share(), "share")
                    .noting(recall.toString()));
        }
    }

    private EmbeddedSettings settings(Path folder) {
        var settings = EmbeddedSettings.in(folder).withPorts(0, 0).withStartTimeout(Duration.ofMinutes(5));
        Path home = request.home();
        return home == null ? settings : settings.withHome(home);
    }

    private static String count(int mentions) {
        return String.format(Locale.ROOT, "%,d mentions", mentions);
    }

    private static double pairs(int mentions) {
        return mentions * (mentions - 1.0) / 2;
    }
}

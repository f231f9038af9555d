package dev.grip.bench;

import dev.grip.graph.Graph;
import dev.grip.graph.Query;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What all measurements of one scale work with: the server, the size of its graph and where figures go.
 *
 * @param judged whether targets that hold for a graph of any size are judged here: at the largest scale, but never below 1
 */
record Stand(
        double scale, long nodes, long edges, long requirements, boolean judged, Graph graph, Consumer<Measure> out) {

    private static final double PUBLISHED = 1;
    private static final double LARGE = 100;

    /** How people name a scale: 1x, 0.05x. */
    static String name(double scale) {
        return (scale == Math.rint(scale) ? String.format(Locale.ROOT, "%.0f", scale) : String.valueOf(scale)) + "x";
    }

    String metric(String words) {
        return name(scale) + " " + words;
    }

    boolean published() {
        return scale == PUBLISHED;
    }

    boolean large() {
        return scale == LARGE;
    }

    void say(Measure measure) {
        out.accept(measure);
    }

    /** The column {@code combinations} of a statement with one row. */
    long combinations(String statement, Map<String, Object> parameters) {
        return graph.read(Query.of("bench/" + statement), parameters)
                .get(0)
                .get("combinations")
                .asLong();
    }

    static Map<String, Object> config(Map<String, Object> config) {
        return Map.of("config", config);
    }
}

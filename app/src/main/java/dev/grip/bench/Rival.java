package dev.grip.bench;

import java.util.List;

/** Another way to get combinations out of the same server, in several honest forms of which the best one counts. */
public enum Rival {
    CYPHER("Cypher"),
    APOC("APOC"),

    /**
     * {@code gds.triangles} is not among its forms because it loses triangles. Its worker threads put each triangle with
     * {@code offer} into a queue of 1,024 places a thread and ignore the refusal of a full one (class {@code TriangleStream}, GDS 2.13.9
     * and the head of its 2.13 branch). What arrives depends on how fast the caller reads: other numbers each time, and right
     * only by luck once a graph has more than 1,024 triangles a thread. Projection, direction and parallel relationships play no
     * part. {@code gds.triangleCount} uses the same intersection without the queue and is exact on an undirected projection.
     */
    GDS("GDS");

    private final String label;

    Rival(String label) {
        this.label = label;
    }

    /** Its name for people. */
    String label() {
        return label;
    }

    /** Names of statements in {@code /cypher/bench} that count the TWO_HOP pairs. */
    List<String> twoHop() {
        return switch (this) {
            case CYPHER ->
                List.of(
                        "two-hop-cypher-pairs",
                        "two-hop-cypher-per-start",
                        "two-hop-cypher-within-two",
                        "two-hop-cypher-by-depth");
            case APOC -> List.of("two-hop-apoc-athop", "two-hop-apoc-athop-count", "two-hop-apoc-byhop-count");
            case GDS -> List.of("two-hop-gds-all-shortest-paths");
        };
    }

    /** The same for triangles. */
    List<String> triangles() {
        return switch (this) {
            case CYPHER ->
                List.of(
                        "triangles-cypher-pattern",
                        "triangles-cypher-exists",
                        "triangles-cypher-two-edges",
                        "triangles-cypher-in-list");
            case APOC -> List.of("triangles-apoc-connected", "triangles-apoc-intersection", "triangles-apoc-expand");
            case GDS -> List.of("triangles-gds-triangle-count");
        };
    }
}

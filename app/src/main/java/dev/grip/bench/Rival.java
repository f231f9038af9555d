package dev.grip.bench;

import java.util.List;

/**
 * Another way to list combinations on the same server, in several honest forms of which the best one counts. All of them make a row
 * of every combination and count the rows; forms that only count ends per start are left out, because nothing is listed then.
 */
public enum Rival {
    CYPHER("Cypher"),
    APOC("APOC"),

    /**
     * {@code gds.triangles} is not among its forms because it loses triangles. Its worker threads put each triangle with {@code offer}
     * into a queue of 1,024 places a thread and ignore it when a full queue refuses (class {@code TriangleStream}, GDS 2.13.9 and the
     * head of its 2.13 branch). Seen here: of 1,180 triangles one thread delivers 1,024 and four deliver all; of 272,868 come between
     * 4,000 and 57,000, others each time, fewer the slower the query reads. Those that come are triangles. Projection, direction,
     * parallel relationships and concurrency make no difference. {@code gds.triangleCount} finds triangles in the same way but without
     * the queue, and is exact on an undirected projection; it only counts.
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
            case APOC -> List.of("two-hop-apoc-athop", "two-hop-apoc-byhop", "two-hop-apoc-expand");
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

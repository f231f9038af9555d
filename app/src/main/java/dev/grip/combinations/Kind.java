package dev.grip.combinations;

/** How the knowledge points of a combination stand to each other in the KPRG. */
public enum Kind {
    /** A pair joined by an edge. */
    ONE_HOP(1),
    /** A pair at shortest distance exactly 2. */
    TWO_HOP(2),
    /** A pair at shortest distance exactly 3 with at least one core end. */
    THREE_HOP(3),
    /** A clique of 3 or 4. */
    COMMUNITY(1);

    private final int distance;

    Kind(int distance) {
        this.distance = distance;
    }

    /** Edges on a shortest path between two of its knowledge points. */
    int distance() {
        return distance;
    }
}

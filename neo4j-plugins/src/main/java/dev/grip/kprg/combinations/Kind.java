package dev.grip.kprg.combinations;

/** How the knowledge points of a combination lie to each other in the KPRG. Declared in the order they are listed in. */
public enum Kind {
    ONE_HOP(1),
    TWO_HOP(2),
    THREE_HOP(3),
    COMMUNITY(1);

    private final int distance;

    Kind(int distance) {
        this.distance = distance;
    }

    /** The number of edges on a shortest path between two of its knowledge points. */
    public int distance() {
        return distance;
    }
}

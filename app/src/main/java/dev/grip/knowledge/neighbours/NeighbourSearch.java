package dev.grip.knowledge.neighbours;

import dev.grip.graph.Graph;
import org.jspecify.annotations.Nullable;

/** Finds near pairs of mentions: exactly up to a number of mentions, with Neo4j's vector index above it. Thread-safe. */
public final class NeighbourSearch {

    private final ExactSearch exact = new ExactSearch(Runtime.getRuntime().availableProcessors());
    private final @Nullable IndexSearch indexed;
    private final int exactUpTo;

    /** {@code exactUpTo} 0: always with the index. */
    public NeighbourSearch(Graph graph, int exactUpTo) {
        this(new IndexSearch(graph), exactUpTo);
    }

    private NeighbourSearch(@Nullable IndexSearch indexed, int exactUpTo) {
        this.indexed = indexed;
        this.exactUpTo = exactUpTo;
    }

    /** Always exact, however many mentions there are. */
    public static NeighbourSearch exact() {
        return new NeighbourSearch((IndexSearch) null, Integer.MAX_VALUE);
    }

    /** Of all pairs, telling nobody how far it is. */
    public Neighbours find(Vectors vectors, Reach reach) {
        return find(vectors, reach, PairFilter.ALL, Progress.NONE);
    }

    /**
     * Looks for the pairs that the filter accepts.
     *
     * @throws java.util.concurrent.CancellationException when the thread is interrupted, whose flag stays set
     * @throws IllegalStateException when there are more pairs at or above {@code same} than fit into memory
     */
    public Neighbours find(Vectors vectors, Reach reach, PairFilter filter, Progress progress) {
        return indexed == null || vectors.size() <= exactUpTo
                ? exact.find(vectors, reach, filter, progress)
                : indexed.find(vectors, reach, filter, progress);
    }
}

package dev.grip.kprg.loading;

/**
 * How much heap a projection will take, from the counts the store keeps: 20 bytes a relationship and 48 bytes a knowledge
 * point.
 */
record MemoryEstimate(long knowledgePoints, long relationships) {

    private static final int BYTES_A_RELATIONSHIP = 20;
    private static final int BYTES_A_KNOWLEDGE_POINT = 48;

    long bytes() {
        return BYTES_A_RELATIONSHIP * relationships + BYTES_A_KNOWLEDGE_POINT * knowledgePoints;
    }

    /** Refuses what would not fit, saying how much it is and how to make room. */
    void check(long limit, long freeHeap) {
        if (bytes() > limit) {
            throw new IllegalStateException(
                    "%s, more than the %,d bytes of server.kprg.projection.memory_limit: raise that setting in neo4j.conf to at least %d"
                            .formatted(need(), limit, bytes()));
        }
        if (bytes() > freeHeap) {
            throw new IllegalStateException(
                    "%s, but only %,d bytes of heap are free: raise server.memory.heap.max_size in neo4j.conf"
                            .formatted(need(), freeHeap));
        }
    }

    private String need() {
        return "The projection of the KPRG needs about %,d bytes (%,d relationships of %d, %,d knowledge points of %d)"
                .formatted(bytes(), relationships, BYTES_A_RELATIONSHIP, knowledgePoints, BYTES_A_KNOWLEDGE_POINT);
    }
}

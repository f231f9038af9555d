package dev.grip.kprg.projection;

/**
 * A number that stands for what a graph contains: the ids of its knowledge points, its edges and their weights. It does
 * not depend on the order they were read in.
 */
final class Content {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private Content() {}

    static long of(KnowledgePoints knowledgePoints, Adjacency adjacency, Levels levels) {
        long[] names = new long[knowledgePoints.size()];
        long sum = names.length;
        for (int node = 0; node < names.length; node++) {
            names[node] = hash(knowledgePoints.id(node));
            sum += names[node];
        }
        for (int node = 0; node < names.length; node++) {
            for (int slot = adjacency.begin(node); slot < adjacency.begin(node + 1); slot++) {
                if (adjacency.target(slot) > node) {
                    long ends = names[node] + names[adjacency.target(slot)];
                    sum += mixed(ends + GOLDEN * levels.weight(adjacency.level(slot)));
                }
            }
        }
        return mixed(sum);
    }

    private static long hash(String id) {
        long hash = id.length();
        for (int i = 0; i < id.length(); i++) {
            hash = mixed(hash + GOLDEN * (id.charAt(i) + 1));
        }
        return hash;
    }

    /** Spreads every bit over all (the finalizer of SplitMix64, Steele, Lea and Flood 2014). */
    private static long mixed(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}

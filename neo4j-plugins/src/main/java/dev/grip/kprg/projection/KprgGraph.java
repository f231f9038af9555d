package dev.grip.kprg.projection;

import java.util.Arrays;

/**
 * The KPRG of one epoch as compressed sparse rows: the neighbours of knowledge point {@code v} stand, ascending, in the
 * slots {@code begin(v)} to {@code end(v)}, every edge twice. Knowledge points are dense indexes in the order of their
 * ids. Immutable and safe to share.
 */
public final class KprgGraph {

    private final long epoch;
    private final KnowledgePoints knowledgePoints;
    private final Adjacency adjacency;
    private final SeedIndex seeds;

    KprgGraph(long epoch, KnowledgePoints knowledgePoints, Adjacency adjacency, SeedIndex seeds) {
        this.epoch = epoch;
        this.knowledgePoints = knowledgePoints;
        this.adjacency = adjacency;
        this.seeds = seeds;
    }

    /**
     * Draws a graph from plain arrays.
     *
     * @param edges one {@code {a, b, weight}} for each edge
     * @param seedSets the knowledge points each seed requires, ascending
     */
    public static KprgGraph of(int nodes, int[][] edges, int[][] seedSets) {
        var ids = new String[nodes];
        Arrays.setAll(ids, index -> "kp-%08d".formatted(index));
        var list = new EdgeList();
        for (int[] edge : edges) {
            list.add(edge[0], edge[1], edge[2]);
        }
        return new KprgGraph(
                1, new KnowledgePoints(ids, ids.clone()), Adjacency.of(nodes, list), SeedIndex.of(nodes, seedSets));
    }

    public long epoch() {
        return epoch;
    }

    public int nodes() {
        return knowledgePoints.size();
    }

    public int edges() {
        return adjacency.slots() / 2;
    }

    /** The number of adjacency slots: twice the number of edges. */
    public int slots() {
        return adjacency.slots();
    }

    public int begin(int node) {
        return adjacency.begin(node);
    }

    public int end(int node) {
        return adjacency.begin(node + 1);
    }

    public int degree(int node) {
        return end(node) - begin(node);
    }

    public int target(int slot) {
        return adjacency.target(slot);
    }

    public int weight(int slot) {
        return adjacency.weight(slot);
    }

    /** The slot of the edge from {@code a} to {@code b}, or where it would be inserted as {@code -(slot + 1)}. */
    public int slot(int a, int b) {
        return adjacency.slot(a, b);
    }

    /** Which seeds require which knowledge point. */
    public SeedIndex seeds() {
        return seeds;
    }

    public String id(int node) {
        return knowledgePoints.id(node);
    }

    public String elementId(int node) {
        return knowledgePoints.elementId(node);
    }

    /** The index of a knowledge point id, negative when the KPRG has none. */
    public int indexOf(String id) {
        return knowledgePoints.indexOf(id);
    }

    /** What the projection holds in memory, in bytes, estimated from the lengths of its arrays. */
    public long bytes() {
        return knowledgePoints.bytes() + adjacency.bytes() + seeds.bytes();
    }
}

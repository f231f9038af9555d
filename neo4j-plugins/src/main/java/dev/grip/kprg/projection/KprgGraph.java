package dev.grip.kprg.projection;

import dev.grip.kprg.runtime.Cancellation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The KPRG of one epoch as compressed sparse rows: the neighbours of knowledge point {@code v} stand, ascending, in the
 * slots {@code begin(v)} to {@code end(v)}, every edge twice. Knowledge points are dense indexes: the one of highest
 * degree is 0, of two with the same degree the one with the smaller id comes first. What is stored does not change; safe to
 * share between threads.
 */
public final class KprgGraph {

    private static final int REMEMBERED = 16;

    private final long epoch;
    private final KnowledgePoints knowledgePoints;
    private final Adjacency adjacency;
    private final Levels levels;
    private final SeedIndex seeds;
    private final long content;
    private final Map<Object, long[]> remembered = new LinkedHashMap<>();

    private KprgGraph(
            long epoch, KnowledgePoints knowledgePoints, Adjacency adjacency, Levels levels, SeedIndex seeds) {
        this.epoch = epoch;
        this.knowledgePoints = knowledgePoints;
        this.adjacency = adjacency;
        this.levels = levels;
        this.seeds = seeds;
        this.content = Content.of(knowledgePoints, adjacency, levels);
    }

    /**
     * The graph of what was read, in whatever order and by however many threads. Edges from a knowledge point to itself are
     * left out; of several between the same two, the one of the largest weight counts.
     *
     * @throws IllegalStateException when two knowledge points have one id
     */
    public static KprgGraph of(
            long epoch,
            KnowledgePointList knowledgePoints,
            List<EdgeList> edges,
            List<RequirementList> requirements,
            Cancellation cancellation) {
        int[] byId = Ranking.byId(knowledgePoints);
        cancellation.check();
        var levels = Levels.of(edges);
        var raw = Adjacency.Raw.of(knowledgePoints.size(), edges, levels);
        cancellation.check();
        int[] order = Ranking.byDegree(byId, raw::degree);
        var adjacency = raw.inOrder(order);
        cancellation.check();
        var seeds = SeedIndex.of(order, requirements);
        cancellation.check();
        return new KprgGraph(epoch, KnowledgePoints.of(knowledgePoints, order, byId), adjacency, levels, seeds);
    }

    /**
     * Draws a graph from plain arrays; the ids ascend with the numbers of the nodes.
     *
     * @param edges one {@code {a, b, weight}} for each edge
     * @param seedSets the knowledge points each seed requires
     */
    public static KprgGraph of(int nodes, int[][] edges, int[][] seedSets) {
        var knowledgePoints = new KnowledgePointList();
        for (int node = 0; node < nodes; node++) {
            knowledgePoints.add(node, "kp-%08d".formatted(node));
        }
        var list = new EdgeList();
        for (int[] edge : edges) {
            list.add(edge[0], edge[1], edge[2]);
        }
        var requirements = new RequirementList();
        for (int seed = 0; seed < seedSets.length; seed++) {
            for (int node : seedSets[seed]) {
                requirements.add(seed, node);
            }
        }
        return of(1, knowledgePoints, List.of(list), List.of(requirements), Cancellation.NEVER);
    }

    public long epoch() {
        return epoch;
    }

    /** A number that another set of knowledge points, edges or weights would not have. */
    public long content() {
        return content;
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

    /** The place of the slot's weight among all weights of the graph; levels compare as weights do. */
    public int level(int slot) {
        return adjacency.level(slot);
    }

    public int weight(int slot) {
        return levels.weight(adjacency.level(slot));
    }

    public int weightOf(int level) {
        return levels.weight(level);
    }

    /** The lowest level of at least this weight; no edge is on it when the weight is larger than all. */
    public int levelOf(int weight) {
        return levels.atLeast(weight);
    }

    /** The slot of the edge from {@code a} to {@code b}, or where it would be inserted as {@code -(slot + 1)}. */
    public int slot(int a, int b) {
        return adjacency.slot(a, b);
    }

    /** The first slot in the row of {@code node} whose target is {@code least} or larger; its end when there is none. */
    public int slotFrom(int node, int least) {
        int low = begin(node);
        int high = end(node);
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (target(middle) < least) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** How many knowledge points have this degree or a higher one; they are the first. */
    public int ofDegree(int least) {
        int low = 0;
        int high = nodes();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (degree(middle) >= least) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Which seeds require which knowledge point. */
    public SeedIndex seeds() {
        return seeds;
    }

    public String id(int node) {
        return knowledgePoints.id(node);
    }

    /** What finds the knowledge point in the database. */
    public long node(int index) {
        return knowledgePoints.node(index);
    }

    /** The index of a knowledge point id, negative when the KPRG has none. */
    public int indexOf(String id) {
        return knowledgePoints.indexOf(id);
    }

    /** What was made from this graph under this key before, or is made now; the oldest of 16 makes room for another. */
    public long[] remembered(Object key, Supplier<long[]> make) {
        synchronized (remembered) {
            long @Nullable [] known = remembered.get(key);
            if (known != null) {
                return known;
            }
        }
        // Made outside the lock: two callers may both do it, but none has to wait for another.
        long[] made = make.get();
        synchronized (remembered) {
            if (remembered.size() >= REMEMBERED) {
                remembered.remove(remembered.keySet().iterator().next());
            }
            remembered.put(key, made);
        }
        return made;
    }

    /** What the projection holds in memory, in bytes, by the lengths of its arrays. */
    public long bytes() {
        return knowledgePoints.bytes() + adjacency.bytes() + levels.bytes() + seeds.bytes();
    }

    /** What is remembered, in bytes. */
    public long rememberedBytes() {
        synchronized (remembered) {
            return remembered.values().stream()
                    .mapToLong(array -> 8L * array.length)
                    .sum();
        }
    }
}

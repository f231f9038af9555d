package dev.grip.kprg.combinations;

import dev.grip.kprg.projection.KprgGraph;
import java.util.Arrays;

/**
 * The cliques of 3 or 4, filled in by the edge between their two smallest members. Every row is read in the direction of
 * falling degree only, so the cost is that of the best known listing of triangles (Latapy 2008, "Main-memory triangle
 * computations"); any two of the common neighbours of an edge that have an edge too make a clique of 4.
 */
final class Community implements Lister, Counter {

    private final KprgGraph graph;
    private final int least;
    private final int size;
    private final int[] near;
    private final int[] close;
    private int[] shared = new int[64];
    private int a;
    private int slot;
    private int end;

    Community(KprgGraph graph, Limits limits, int size) {
        this.graph = graph;
        this.least = limits.explicit();
        this.size = size;
        this.near = new int[graph.nodes()];
        this.close = new int[size == 3 ? 0 : graph.nodes()];
    }

    @Override
    public void open(int unit, int second) {
        mark(unit);
        slot = graph.slotFrom(a, Math.max(second, a + 1));
        end = graph.end(a);
    }

    /** Writes the level of its edge, plus one, at each larger neighbour, and takes back what the last unit wrote. */
    private void mark(int unit) {
        for (int old = graph.slotFrom(a, a + 1); old < graph.end(a); old++) {
            near[graph.target(old)] = 0;
        }
        a = unit;
        for (int edge = graph.slotFrom(a, a + 1); edge < graph.end(a); edge++) {
            near[graph.target(edge)] = graph.level(edge) >= least ? graph.level(edge) + 1 : 0;
        }
    }

    @Override
    public boolean fill(Rows rows) {
        rows.clear();
        if (slot == end) {
            return false;
        }
        int b = graph.target(slot);
        int level = graph.level(slot);
        slot++;
        if (level >= least) {
            if (size == 3) {
                triangles(b, level, rows);
            } else {
                fours(b, level, rows);
            }
        }
        return true;
    }

    private void triangles(int b, int level, Rows rows) {
        for (int edge = graph.slotFrom(b, b + 1); edge < graph.end(b); edge++) {
            int c = graph.target(edge);
            if (near[c] > 0 && graph.level(edge) >= least) {
                int lowest = Math.min(level, Math.min(near[c] - 1, graph.level(edge)));
                rows.add(a, b, c, graph.weightOf(lowest));
            }
        }
    }

    private void fours(int b, int level, Rows rows) {
        int count = share(b, level);
        for (int i = 0; i < count; i++) {
            int c = shared[i];
            for (int edge = graph.slotFrom(c, c + 1); edge < graph.end(c); edge++) {
                int d = graph.target(edge);
                if (close[d] > 0 && graph.level(edge) >= least) {
                    int lowest = Math.min(graph.level(edge), Math.min(close[c], close[d]) - 1);
                    rows.add(a, b, c, d, graph.weightOf(lowest));
                }
            }
        }
        forget(count);
    }

    /** Collects the larger neighbours that both ends have, each with the lowest level of its triangle, plus one. */
    private int share(int b, int level) {
        int count = 0;
        for (int edge = graph.slotFrom(b, b + 1); edge < graph.end(b); edge++) {
            int c = graph.target(edge);
            if (near[c] > 0 && graph.level(edge) >= least) {
                if (count == shared.length) {
                    shared = Arrays.copyOf(shared, 2 * count);
                }
                shared[count++] = c;
                close[c] = 1 + Math.min(level, Math.min(near[c] - 1, graph.level(edge)));
            }
        }
        return count;
    }

    private void forget(int count) {
        for (int i = 0; i < count; i++) {
            close[shared[i]] = 0;
        }
    }

    @Override
    public void count(int[] units, long[] counts) {
        for (int unit : units) {
            counts[unit + 1] += count(unit);
        }
    }

    private long count(int unit) {
        mark(unit);
        long count = 0;
        for (int first = graph.slotFrom(a, a + 1); first < graph.end(a); first++) {
            if (graph.level(first) >= least) {
                int b = graph.target(first);
                count += size == 3 ? countTriangles(b) : countFours(b, graph.level(first));
            }
        }
        return count;
    }

    private long countTriangles(int b) {
        long count = 0;
        for (int edge = graph.slotFrom(b, b + 1); edge < graph.end(b); edge++) {
            if (near[graph.target(edge)] > 0 && graph.level(edge) >= least) {
                count++;
            }
        }
        return count;
    }

    private long countFours(int b, int level) {
        int shares = share(b, level);
        long count = 0;
        for (int i = 0; i < shares; i++) {
            int c = shared[i];
            for (int edge = graph.slotFrom(c, c + 1); edge < graph.end(c); edge++) {
                if (close[graph.target(edge)] > 0 && graph.level(edge) >= least) {
                    count++;
                }
            }
        }
        forget(shares);
        return count;
    }
}

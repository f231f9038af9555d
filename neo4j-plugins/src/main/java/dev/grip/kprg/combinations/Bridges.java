package dev.grip.kprg.combinations;

import dev.grip.kprg.projection.KprgGraph;
import dev.grip.kprg.runtime.Cancellation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The shortest paths between two knowledge points that are at most three edges apart. */
public final class Bridges {

    private static final Comparator<Path> WIDEST_FIRST =
            Comparator.comparingInt(Path::weight).reversed().thenComparing(Path::nodes, Bridges::compare);

    private final KprgGraph graph;
    private final Cancellation cancellation;

    public Bridges(KprgGraph graph, Cancellation cancellation) {
        this.graph = graph;
        this.cancellation = cancellation;
    }

    /** All shortest paths from {@code a} to {@code b}, widest first, then by index; none when they are further apart. */
    public List<Path> between(int a, int b) {
        int direct = graph.slot(a, b);
        if (direct >= 0) {
            return List.of(new Path(List.of(a, b), graph.weight(direct)));
        }
        var paths = new ArrayList<Path>();
        throughOne(a, b, paths);
        if (paths.isEmpty()) {
            throughTwo(a, b, paths);
        }
        paths.sort(WIDEST_FIRST);
        return List.copyOf(paths);
    }

    private void throughOne(int a, int b, List<Path> paths) {
        for (int first = graph.begin(a); first < graph.end(a); first++) {
            int second = graph.slot(graph.target(first), b);
            if (second >= 0) {
                int weight = Math.min(graph.weight(first), graph.weight(second));
                paths.add(new Path(List.of(a, graph.target(first), b), weight));
            }
        }
    }

    private void throughTwo(int a, int b, List<Path> paths) {
        for (int first = graph.begin(a); first < graph.end(a); first++) {
            cancellation.check();
            int x = graph.target(first);
            for (int second = graph.begin(x); second < graph.end(x); second++) {
                int third = graph.slot(graph.target(second), b);
                if (third >= 0) {
                    int ends = Math.min(graph.weight(first), graph.weight(third));
                    int weight = Math.min(ends, graph.weight(second));
                    paths.add(new Path(List.of(a, x, graph.target(second), b), weight));
                }
            }
        }
    }

    private static int compare(List<Integer> left, List<Integer> right) {
        for (int i = 0; i < left.size(); i++) {
            int difference = left.get(i).compareTo(right.get(i));
            if (difference != 0) {
                return difference;
            }
        }
        return 0;
    }

    /** A path by its knowledge points, both ends included, and the smallest edge weight on it. */
    public record Path(List<Integer> nodes, int weight) {

        public Path {
            nodes = List.copyOf(nodes);
        }

        public int distance() {
            return nodes.size() - 1;
        }
    }
}

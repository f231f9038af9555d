package dev.grip.kprg.combinations;

import dev.grip.kprg.projection.KprgGraph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A graph of a test: its edges as drawn, and the seeds that stand behind them. */
record DrawnGraph(String name, int nodes, List<List<Integer>> edges, List<List<Integer>> seeds) {

    static DrawnGraph drawn(String name, int nodes, int[]... edges) {
        var list = Arrays.stream(edges)
                .map(edge -> Arrays.stream(edge).boxed().toList())
                .toList();
        return new DrawnGraph(
                name, nodes, list, list.stream().map(edge -> edge.subList(0, 2)).toList());
    }

    /** Seeds of two to five knowledge points at random, and the edges they give. */
    static DrawnGraph fromSeeds(int nodes, int seedCount, long random) {
        var source = new Random(random);
        var seeds = new ArrayList<List<Integer>>();
        for (int seed = 0; seed < seedCount; seed++) {
            seeds.add(IntStream.range(0, 2 + source.nextInt(4))
                    .map(i -> (int) (nodes * Math.pow(source.nextDouble(), 1.5)))
                    .distinct()
                    .sorted()
                    .boxed()
                    .toList());
        }
        int[][] weights = new int[nodes][nodes];
        for (List<Integer> seed : seeds) {
            seed.forEach(a -> seed.forEach(b -> weights[a][b]++));
        }
        var edges = new ArrayList<List<Integer>>();
        for (int a = 0; a < nodes; a++) {
            for (int b = a + 1; b < nodes; b++) {
                if (weights[a][b] > 0) {
                    edges.add(List.of(a, b, weights[a][b]));
                }
            }
        }
        return new DrawnGraph("%d nodes, %d seeds, %d".formatted(nodes, seedCount, random), nodes, edges, seeds);
    }

    static DrawnGraph complete(int nodes) {
        var edges = new ArrayList<int[]>();
        for (int a = 0; a < nodes; a++) {
            for (int b = a + 1; b < nodes; b++) {
                edges.add(new int[] {a, b, 1 + (a * b) % 4});
            }
        }
        return drawn("complete " + nodes, nodes, edges.toArray(int[][]::new));
    }

    /** One of each shape that an enumeration tends to get wrong, and some random ones. */
    static List<DrawnGraph> all() {
        return List.of(
                drawn("empty", 0),
                drawn("isolated", 4),
                drawn("one edge", 2, new int[] {0, 1, 3}),
                drawn("path", 6, e(0, 1, 2), e(1, 2, 5), e(2, 3, 1), e(3, 4, 4), e(4, 5, 3)),
                drawn("path out of order", 5, e(3, 0, 2), e(0, 4, 5), e(4, 1, 1), e(1, 2, 4)),
                drawn("star", 6, e(2, 0, 1), e(2, 1, 2), e(2, 3, 3), e(2, 4, 4), e(2, 5, 5)),
                drawn("cycle of 4", 4, e(0, 1, 1), e(1, 2, 2), e(2, 3, 3), e(0, 3, 4)),
                drawn("two parts", 7, e(0, 1, 1), e(1, 2, 1), e(0, 2, 2), e(4, 5, 1), e(5, 6, 2)),
                drawn(
                        "loops and doubles",
                        6,
                        e(0, 1, 1),
                        e(1, 0, 4),
                        e(0, 1, 2),
                        e(2, 2, 9),
                        e(1, 2, 3),
                        e(2, 4, 1),
                        e(4, 2, 1)),
                complete(3),
                complete(6),
                fromSeeds(9, 8, 1),
                fromSeeds(14, 18, 2),
                fromSeeds(25, 20, 3),
                fromSeeds(40, 45, 4),
                fromSeeds(40, 120, 5));
    }

    private static int[] e(int a, int b, int weight) {
        return new int[] {a, b, weight};
    }

    /** The same graph with the nodes renumbered the way a projection does: by falling degree, then as they were. */
    DrawnGraph ranked() {
        List<Integer> order = IntStream.range(0, nodes)
                .boxed()
                .sorted(Comparator.comparing(node -> -neighbours(node).size()))
                .toList();
        var renumbered = edges.stream()
                .map(edge -> List.of(order.indexOf(edge.get(0)), order.indexOf(edge.get(1)), edge.get(2)))
                .toList();
        var renumberedSeeds = seeds.stream()
                .map(seed -> seed.stream().map(order::indexOf).toList())
                .toList();
        return new DrawnGraph(name, nodes, renumbered, renumberedSeeds);
    }

    private Set<Integer> neighbours(int node) {
        return edges.stream()
                .filter(edge ->
                        edge.subList(0, 2).contains(node) && !edge.get(0).equals(edge.get(1)))
                .map(edge -> edge.get(0) == node ? edge.get(1) : edge.get(0))
                .collect(Collectors.toSet());
    }

    KprgGraph graph() {
        return KprgGraph.of(nodes, arrays(edges), arrays(seeds));
    }

    private static int[][] arrays(List<List<Integer>> lists) {
        return lists.stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    @Override
    public String toString() {
        return name;
    }
}

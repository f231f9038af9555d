package dev.grip.kprg.combinations;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Says by trying everything what the combinations of a small graph are: an adjacency matrix and nested loops. */
final class Oracle {

    private static final int FAR = 1_000_000;

    private final DrawnGraph drawn;
    private final int[][] weights;
    private final int[][] distances;

    Oracle(DrawnGraph unranked) {
        this.drawn = unranked.ranked();
        this.weights = new int[drawn.nodes()][drawn.nodes()];
        drawn.edges().forEach(edge -> {
            if (!edge.get(0).equals(edge.get(1))) {
                weights[edge.get(0)][edge.get(1)] = Math.max(weights[edge.get(0)][edge.get(1)], edge.get(2));
                weights[edge.get(1)][edge.get(0)] = weights[edge.get(0)][edge.get(1)];
            }
        });
        this.distances = floydWarshall();
    }

    private int[][] floydWarshall() {
        int n = drawn.nodes();
        int[][] d = new int[n][n];
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < n; b++) {
                d[a][b] = a == b ? 0 : weights[a][b] > 0 ? 1 : FAR;
            }
        }
        for (int via = 0; via < n; via++) {
            for (int a = 0; a < n; a++) {
                for (int b = 0; b < n; b++) {
                    d[a][b] = Math.min(d[a][b], d[a][via] + d[via][b]);
                }
            }
        }
        return d;
    }

    /** All combinations in order, as {@code [members..., weight]} with the kind in front. */
    List<String> list(Selection selection) {
        var rows = new ArrayList<String>();
        for (Kind kind : Kind.values()) {
            if (!selection.kinds().contains(kind)) {
                continue;
            }
            List<Integer> sizes = kind == Kind.COMMUNITY ? selection.communitySizes() : List.of(2);
            for (int size : sizes) {
                for (List<Integer> members : subsets(size)) {
                    int weight = weight(kind, members, selection);
                    int copies = kind == Kind.ONE_HOP && selection.repeatByWeight() ? weight : 1;
                    for (int copy = 0; weight > 0 && copy < copies; copy++) {
                        rows.add(kind + " " + members + " " + weight);
                    }
                }
            }
        }
        return rows;
    }

    /** How many there are of one kind and size without filters, and after each of them in turn. */
    List<Long> filtered(Kind kind, int size, Selection selection) {
        var one = selection.withKinds(Set.of(kind)).withCommunitySizes(List.of(Math.max(3, size)));
        var once = new Selection(
                one.kinds(),
                one.minWeight(),
                one.minImplicitWeight(),
                one.core(),
                one.communitySizes(),
                false,
                one.maxDegree(),
                Shard.WHOLE);
        var anyWeight =
                new Selection(one.kinds(), 0, 0, one.core(), one.communitySizes(), false, one.maxDegree(), Shard.WHOLE);
        var any = new Selection(
                one.kinds(), 0, 0, one.core(), one.communitySizes(), false, Integer.MAX_VALUE, Shard.WHOLE);
        return Stream.of(any, anyWeight, once, one)
                .map(each -> (long) list(each).size())
                .toList();
    }

    long novel(Kind kind, int size, Selection selection) {
        return subsets(size).stream()
                .filter(members -> weight(kind, members, selection) > 0)
                .filter(members -> drawn.seeds().stream().noneMatch(seed -> seed.containsAll(members)))
                .count();
    }

    /** The weight of a combination, 0 when these members are none. */
    private int weight(Kind kind, List<Integer> members, Selection selection) {
        if (members.stream().anyMatch(member -> degree(member) > selection.maxDegree())) {
            return 0;
        }
        int a = members.get(0);
        int b = members.get(1);
        return switch (kind) {
            case ONE_HOP, COMMUNITY -> atLeast(selection.minWeight(), smallestInside(members));
            case TWO_HOP -> distances[a][b] == 2 ? atLeast(selection.minImplicitWeight(), widest(a, b, 2)) : 0;
            case THREE_HOP -> {
                Set<Integer> core = core(selection.core());
                boolean apart = distances[a][b] == 3 && (core.contains(a) || core.contains(b));
                yield apart ? atLeast(selection.minImplicitWeight(), widest(a, b, 3)) : 0;
            }
        };
    }

    private static int atLeast(int bound, int weight) {
        return weight >= bound ? weight : 0;
    }

    private int smallestInside(List<Integer> members) {
        int smallest = FAR;
        for (int a : members) {
            for (int b : members) {
                smallest = a == b ? smallest : Math.min(smallest, weights[a][b]);
            }
        }
        return smallest;
    }

    private int widest(int from, int to, int edges) {
        if (edges == 1) {
            return weights[from][to];
        }
        return IntStream.range(0, drawn.nodes())
                .map(via -> Math.min(weights[from][via], widest(via, to, edges - 1)))
                .max()
                .orElse(0);
    }

    private int degree(int node) {
        return (int) Arrays.stream(weights[node]).filter(weight -> weight > 0).count();
    }

    private Set<Integer> core(CoreRule rule) {
        List<Integer> ranked = IntStream.range(0, drawn.nodes())
                .boxed()
                .sorted(Comparator.comparing((Integer node) -> -degree(node)).thenComparing(node -> node))
                .toList();
        if (rule instanceof CoreRule.MinDegree least) {
            return ranked.stream()
                    .filter(node -> degree(node) >= least.degree())
                    .collect(Collectors.toSet());
        }
        int count = rule instanceof CoreRule.Top top
                ? top.n()
                : Math.max(1, (int) (((CoreRule.Share) rule).share() * drawn.nodes() + 0.000001));
        return new HashSet<>(ranked.subList(0, Math.min(count, ranked.size())));
    }

    /** All subsets of one size in lexicographic order. */
    private List<List<Integer>> subsets(int size) {
        List<List<Integer>> subsets = List.of(List.of());
        for (int i = 0; i < size; i++) {
            var longer = new ArrayList<List<Integer>>();
            for (List<Integer> subset : subsets) {
                int least = subset.isEmpty() ? 0 : subset.get(subset.size() - 1) + 1;
                for (int next = least; next < drawn.nodes(); next++) {
                    var extended = new ArrayList<>(subset);
                    extended.add(next);
                    longer.add(extended);
                }
            }
            subsets = longer;
        }
        return subsets;
    }
}

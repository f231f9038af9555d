package dev.grip.kprg.combinations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grip.kprg.combinations.Bridges.Path;
import dev.grip.kprg.projection.KprgGraph;
import dev.grip.kprg.runtime.Cancellation;
import java.util.List;
import org.junit.jupiter.api.Test;

class BridgesTests {

    private static final DrawnGraph DRAWN = DrawnGraph.drawn(
            "two ways round", 7, new int[][] {{0, 1, 1}, {1, 3, 9}, {0, 2, 4}, {2, 3, 3}, {3, 4, 2}, {4, 5, 1}});

    @Test
    void anEdgeIsItsOwnBridge() {
        assertThat(between(0, 2)).containsExactly(new Path(List.of(0, 2), 4));
    }

    @Test
    void theWidestPathComesFirst() {
        assertThat(between(0, 3)).containsExactly(new Path(List.of(0, 2, 3), 3), new Path(List.of(0, 1, 3), 1));
        assertThat(between(4, 0)).containsExactly(new Path(List.of(4, 3, 2, 0), 2), new Path(List.of(4, 3, 1, 0), 1));
    }

    @Test
    void thereAreNoneBeyondThreeEdges() {
        assertThat(between(0, 5)).isEmpty();
        assertThat(between(0, 6)).isEmpty();
    }

    private static List<Path> between(int a, int b) {
        KprgGraph graph = DRAWN.graph();
        return new Bridges(graph, Cancellation.NEVER)
                .between(graph.indexOf(id(a)), graph.indexOf(id(b))).stream()
                        .map(path -> new Path(
                                path.nodes().stream()
                                        .map(node -> (int) graph.node(node))
                                        .toList(),
                                path.weight()))
                        .toList();
    }

    private static String id(int node) {
        return "kp-%08d".formatted(node);
    }
}

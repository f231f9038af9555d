package dev.grip.kprg.combinations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grip.kprg.projection.KprgGraph;
import dev.grip.kprg.runtime.Cancellation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WalkTests {

    static List<DrawnGraph> graphs() {
        return DrawnGraph.all();
    }

    static List<DrawnGraph> smallGraphs() {
        return DrawnGraph.all().stream().filter(graph -> graph.nodes() <= 14).toList();
    }

    @ParameterizedTest
    @MethodSource("graphs")
    void listsWhatTryingEverythingFindsInTheSameOrder(DrawnGraph drawn) {
        var oracle = new Oracle(drawn);
        for (Selection selection : Selections.all()) {
            assertThat(rows(new Walk(drawn.graph(), selection, Cancellation.NEVER)))
                    .as("%s", selection)
                    .isEqualTo(oracle.list(selection));
        }
    }

    @ParameterizedTest
    @MethodSource("smallGraphs")
    void goesOnRightBehindEveryPosition(DrawnGraph drawn) {
        KprgGraph graph = drawn.graph();
        for (Selection selection : Selections.all()) {
            List<String> all = rows(new Walk(graph, selection, Cancellation.NEVER));
            var walk = new Walk(graph, selection, Cancellation.NEVER);
            for (int passed = 1; walk.next(); passed++) {
                var rest = Walk.after(walk.position(), graph, selection, Cancellation.NEVER);
                assertThat(rows(rest))
                        .as("%s after %s", selection, walk.position())
                        .isEqualTo(all.subList(passed, all.size()));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("smallGraphs")
    void goesOnBehindAPositionTheFiltersLeaveOut(DrawnGraph drawn) {
        KprgGraph graph = drawn.graph();
        var strict = Selections.with(2, 2, new CoreRule.Top(2), true, 4);
        List<String> wanted = rows(new Walk(graph, strict, Cancellation.NEVER));
        var walk = new Walk(graph, Selections.EVERYTHING, Cancellation.NEVER);
        var passed = new ArrayList<String>();
        while (walk.next()) {
            passed.add(row(walk));
            var rest = rows(Walk.after(walk.position(), graph, strict, Cancellation.NEVER));
            // Copies of the pair stood on may still come: the position names the first copy only.
            var again = rest.stream().takeWhile(row(walk)::equals).toList();
            assertThat(rest.subList(again.size(), rest.size()))
                    .isEqualTo(
                            wanted.stream().filter(row -> !passed.contains(row)).toList());
        }
    }

    @ParameterizedTest
    @MethodSource("graphs")
    void shardsAreDisjointAndComplete(DrawnGraph drawn) {
        KprgGraph graph = drawn.graph();
        for (int count : new int[] {1, 2, 3, 7}) {
            var joined = new ArrayList<String>();
            for (int index = 0; index < count; index++) {
                var shard = Selections.shard(Selections.EVERYTHING, index, count);
                joined.addAll(rows(new Walk(graph, shard, Cancellation.NEVER)));
            }
            assertThat(joined)
                    .containsExactlyInAnyOrderElementsOf(
                            rows(new Walk(graph, Selections.EVERYTHING, Cancellation.NEVER)));
        }
    }

    @Test
    void staysAtTheEndOnceItIsThere() {
        var walk = new Walk(DrawnGraph.complete(3).graph(), Selection.ALL, Cancellation.NEVER);
        assertThat(rows(walk)).hasSize(4);
        assertThat(walk.next()).isFalse();
        assertThat(walk.next()).isFalse();
    }

    @Test
    void stopsWhenItIsCancelled() {
        var walk = new Walk(DrawnGraph.complete(6).graph(), Selection.ALL, () -> {
            throw new CancellationException("enough");
        });
        assertThatThrownBy(walk::next).isInstanceOf(CancellationException.class);
    }

    @Test
    void refusesAPositionBetweenNodesWithoutAnEdge() {
        KprgGraph path = DrawnGraph.all().get(3).graph();
        var nowhere = new Position(Kind.COMMUNITY, List.of(0, 2, 3), 0);
        var communities = Selection.ALL.withKinds(Set.of(Kind.COMMUNITY));
        assertThatThrownBy(() -> Walk.after(nowhere, path, communities, Cancellation.NEVER))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[0, 2, 3]");
    }

    static List<String> rows(Walk walk) {
        var rows = new ArrayList<String>();
        while (walk.next()) {
            rows.add(row(walk));
        }
        return rows;
    }

    static String row(Walk walk) {
        return walk.kind() + " " + walk.position().members() + " " + walk.weight();
    }
}

package dev.grip.kprg.combinations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grip.kprg.projection.KprgGraph;
import dev.grip.kprg.runtime.Cancellation;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
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
            assertThat(rows(Walk.over(drawn.graph(), selection, Cancellation.NEVER)))
                    .as("%s", selection)
                    .isEqualTo(oracle.list(selection));
        }
    }

    @ParameterizedTest
    @MethodSource("smallGraphs")
    void goesOnRightBehindEveryPosition(DrawnGraph drawn) {
        KprgGraph graph = drawn.graph();
        for (Selection selection : Selections.all()) {
            List<String> all = rows(Walk.over(graph, selection, Cancellation.NEVER));
            var walk = Walk.over(graph, selection, Cancellation.NEVER);
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
        List<String> wanted = rows(Walk.over(graph, strict, Cancellation.NEVER));
        var walk = Walk.over(graph, Selections.EVERYTHING, Cancellation.NEVER);
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

    @Test
    void staysAtTheEndOnceItIsThere() {
        var walk = Walk.over(DrawnGraph.complete(3).graph(), Selection.ALL, Cancellation.NEVER);
        assertThat(rows(walk)).hasSize(4);
        assertThat(walk.next()).isFalse();
        assertThat(walk.next()).isFalse();
    }

    @Test
    void stopsWhenItIsCancelled() {
        var walk = Walk.over(DrawnGraph.complete(6).graph(), Selection.ALL, () -> {
            throw new CancellationException("enough");
        });
        assertThatThrownBy(() -> rows(walk)).isInstanceOf(CancellationException.class);
    }

    @ParameterizedTest
    @MethodSource("graphs")
    void shardsFollowEachOtherAndDifferInSizeByOneAtMost(DrawnGraph drawn) {
        KprgGraph graph = drawn.graph();
        for (Selection selection : Selections.all()) {
            List<String> all = rows(Walk.over(graph, selection, Cancellation.NEVER));
            for (int count : new int[] {1, 2, 3, 7, 1000}) {
                var joined = new ArrayList<String>();
                for (int index = 0; index < count; index++) {
                    var shard = selection.withShard(new Shard(index, count));
                    List<String> part = rows(Walk.over(graph, shard, Cancellation.NEVER));
                    assertThat(part.size()).isBetween(all.size() / count, all.size() / count + 1);
                    joined.addAll(part);
                }
                assertThat(joined).as("%s in %d", selection, count).isEqualTo(all);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("smallGraphs")
    void aCursorGoesOnInsideItsShard(DrawnGraph drawn) {
        KprgGraph graph = drawn.graph();
        for (Selection selection : Selections.all()) {
            var shard = selection.withShard(new Shard(1, 3));
            List<String> part = rows(Walk.over(graph, shard, Cancellation.NEVER));
            List<String> all = rows(Walk.over(graph, selection, Cancellation.NEVER));
            int begin = all.size() / 3 + Math.min(1, all.size() % 3);
            var walk = Walk.over(graph, selection, Cancellation.NEVER);
            for (int passed = 1; walk.next(); passed++) {
                var rest = Walk.after(walk.position(), graph, shard, Cancellation.NEVER);
                int inShard = Math.min(part.size(), Math.max(0, passed - begin));
                assertThat(rows(rest))
                        .as("%s after %s", shard, walk.position())
                        .isEqualTo(part.subList(inShard, part.size()));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("graphs")
    void packsWhatItWalksOver(DrawnGraph drawn) {
        KprgGraph graph = drawn.graph();
        for (Selection selection : Selections.all()) {
            var walk = Walk.over(graph, selection, Cancellation.NEVER);
            var packed = new ArrayList<String>();
            while (walk.next()) {
                var members = IntBuffer.allocate(3 * walk.size());
                var weights = IntBuffer.allocate(3);
                int count = walk.pack(3, members, weights);
                assertThat(walk.weight()).isEqualTo(weights.get(count - 1));
                for (int row = 0; row < count; row++) {
                    int[] ids = Arrays.copyOfRange(members.array(), row * walk.size(), (row + 1) * walk.size());
                    packed.add(walk.kind() + " " + Arrays.toString(ids) + " " + weights.get(row));
                }
            }
            assertThat(packed).as("%s", selection).isEqualTo(rows(Walk.over(graph, selection, Cancellation.NEVER)));
        }
    }

    static List<String> rows(Walk walk) {
        var rows = new ArrayList<String>();
        while (walk.next()) {
            rows.add(row(walk));
        }
        return rows;
    }

    static String row(Combination walk) {
        return walk.kind()
                + " "
                + IntStream.range(0, walk.size()).mapToObj(walk::member).toList()
                + " "
                + walk.weight();
    }
}

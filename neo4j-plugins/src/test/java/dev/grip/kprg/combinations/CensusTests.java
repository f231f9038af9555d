package dev.grip.kprg.combinations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grip.kprg.projection.KprgGraph;
import dev.grip.kprg.runtime.Cancellation;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CensusTests {

    static List<DrawnGraph> graphs() {
        return DrawnGraph.all();
    }

    @ParameterizedTest
    @MethodSource("graphs")
    void countsWhatIsListedAndWhatNoSeedHas(DrawnGraph drawn) {
        var oracle = new Oracle(drawn);
        for (Selection selection : Selections.all()) {
            List<Census.Count> counts = new Census(drawn.graph(), selection, Cancellation.NEVER).count();
            assertThat(counts.stream().mapToLong(Census.Count::count).sum())
                    .isEqualTo(oracle.list(selection).size());
            assertThat(counts).allSatisfy(count -> assertThat(
                            List.of(count.total(), count.afterMaxDegree(), count.afterMinWeight(), count.count()))
                    .as("%s of %s", count.part(), selection)
                    .isEqualTo(oracle.filtered(count.part().kind(), count.part().size(), selection)));
            if (!selection.repeatByWeight()) {
                assertThat(counts).allSatisfy(count -> assertThat(count.novel())
                        .as("%s of %s", count.part(), selection)
                        .isEqualTo(
                                oracle.novel(count.part().kind(), count.part().size(), selection)));
            }
        }
    }

    @Test
    void countsOfManyGroupsOfUnitsAreThoseOfTheListing() {
        KprgGraph graph = DrawnGraph.fromSeeds(500, 700, 6).graph();
        for (Selection selection : Selections.all()) {
            for (Census.Count count : new Census(graph, selection, Cancellation.NEVER).count()) {
                var only = selection
                        .withKinds(Set.of(count.part().kind()))
                        .withCommunitySizes(List.of(Math.max(3, count.part().size())));
                var walk = Walk.over(graph, only, Cancellation.NEVER);
                long listed = 0;
                while (walk.next()) {
                    listed++;
                }
                assertThat(count.count())
                        .as("%s of %s", count.part(), selection)
                        .isEqualTo(listed);
            }
        }
    }

    @Test
    void hasARowForEveryPartEvenWithoutCombinations() {
        var counts = new Census(DrawnGraph.all().get(0).graph(), Selections.EVERYTHING, Cancellation.NEVER).count();
        assertThat(counts)
                .extracting(Census.Count::part)
                .containsExactly(
                        new Part(Kind.ONE_HOP, 2),
                        new Part(Kind.TWO_HOP, 2),
                        new Part(Kind.THREE_HOP, 2),
                        new Part(Kind.COMMUNITY, 3),
                        new Part(Kind.COMMUNITY, 4));
        assertThat(counts).allSatisfy(count -> assertThat(count.count()).isZero());
    }

    @Test
    void aTriangleOfThreeSeedsIsNovelAndOfOneSeedIsNot() {
        var apart = DrawnGraph.drawn("three seeds", 3, new int[][] {{0, 1, 1}, {1, 2, 1}, {0, 2, 1}});
        var together = new DrawnGraph("one seed", 3, apart.edges(), List.of(List.of(0, 1, 2)));
        assertThat(triangles(apart).novel()).isEqualTo(1);
        assertThat(triangles(together).novel()).isZero();
    }

    private static Census.Count triangles(DrawnGraph drawn) {
        return new Census(drawn.graph(), Selection.ALL, Cancellation.NEVER)
                .count()
                .get(3);
    }
}

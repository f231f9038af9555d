package dev.grip.combinations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grip.graph.Neo4jExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Regions of the KPRG, and combinations by region. */
@SuppressWarnings("NullAway.Init")
final class RegionsTests {

    @RegisterExtension
    static final Neo4jExtension NEO4J = new Neo4jExtension();

    private static CombinationSource source;
    private static Regions regions;

    @BeforeAll
    static void build() {
        ThemesKprg.build(NEO4J);
        source = new CombinationSource(NEO4J.graph());
        regions = source.regions();
    }

    @Test
    void aRegionIsACommunityNamedAfterItsMostConnectedKnowledgePointAndSmallOnesAreElsewhere() {
        assertThat(regions.names())
                .containsExactly("around name a0", "around name b0", Regions.ELSEWHERE, Regions.BETWEEN);
        assertThat(regions.of(List.of("a3", "a29"))).isEqualTo("around name a0");
        assertThat(regions.of(List.of("b3", "b4", "b0"))).isEqualTo("around name b0");
        assertThat(regions.of(List.of("c0", "c3"))).isEqualTo(Regions.ELSEWHERE);
        assertThat(regions.of(List.of("a5", "b5"))).isEqualTo(Regions.BETWEEN);
        assertThat(regions.of(List.of("b7", "c1"))).isEqualTo(Regions.BETWEEN);
    }

    @Test
    void theSameGraphHasTheSameRegionsAndNothingOfThemIsLeftBehind() {
        assertThat(source.regions().fingerprint())
                .isEqualTo(regions.fingerprint())
                .isNotEqualTo(Regions.UNDIVIDED);
        assertThat(source.regions().names()).isEqualTo(regions.names());
        try (var session = NEO4J.driver().session()) {
            assertThat(session.run("CALL gds.graph.list() YIELD graphName RETURN graphName")
                            .list())
                    .isEmpty();
        }
    }

    @Test
    void otherRegionsHaveAnotherFingerprint() {
        Regions two = Regions.of(Map.of("around a", List.of("a", "b")));
        assertThat(Regions.of(Map.of("around a", List.of("a", "c"))).fingerprint())
                .isNotEqualTo(two.fingerprint());
        assertThat(Regions.of(Map.of("around b", List.of("a", "b"))).fingerprint())
                .isNotEqualTo(two.fingerprint());
        assertThat(Regions.of(Map.of("around a", List.of("b", "a"))).fingerprint())
                .isEqualTo(two.fingerprint());
    }

    @Test
    void withoutLargeCommunitiesEverythingIsElsewhere() {
        Regions none = Regions.of(Map.of());
        assertThat(none.names()).containsExactly(Regions.ELSEWHERE);
        assertThat(none.of(List.of("a", "b"))).isEqualTo(Regions.ELSEWHERE);
        assertThat(Regions.undivided().of(List.of("a", "b"))).isEqualTo(Regions.WHOLE);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void regionsDivideTheCombinationsOfAKindWithoutOverlapOrRest(Kind kind) {
        CombinationSpec spec = new CombinationSpec(
                List.of(kind), null, null, null, null, null, Map.of("share", 1.0), List.of(3, 4), null);
        List<Combination> all = new ArrayList<>();
        source.choose(spec, all::add);
        assertThat(all).as("the themes have some").hasSizeGreaterThan(20);

        Map<String, List<Combination>> expected =
                all.stream().collect(Collectors.groupingBy(combination -> regions.of(combination.ids())));
        for (String region : regions.names()) {
            assertThat(inSteps(spec, region))
                    .as(region)
                    .containsExactlyElementsOf(expected.getOrDefault(region, List.of()));
        }
        assertThat(regions.names()).containsAll(expected.keySet());
    }

    /** Seven at a time, each time behind the last of those before. */
    private static List<Combination> inSteps(CombinationSpec spec, String region) {
        List<Combination> found = new ArrayList<>();
        RegionListing listing = source.listing(regions);
        @Nullable String cursor = null;
        while (true) {
            Stretch stretch = listing.next(spec, region, cursor, 7);
            found.addAll(stretch.combinations());
            assertThat(stretch.over()).isEqualTo(stretch.combinations().size() < 7);
            if (stretch.over()) {
                return found;
            }
            cursor = stretch.last();
        }
    }
}

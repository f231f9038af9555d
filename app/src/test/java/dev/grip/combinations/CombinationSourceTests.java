package dev.grip.combinations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grip.graph.Neo4jExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Combinations from the kprg procedures, and their nodes. */
final class CombinationSourceTests {

    @RegisterExtension
    static final Neo4jExtension NEO4J = new Neo4jExtension();

    private static final Map<String, Object> EVERY_END = Map.of("share", 1.0);

    @BeforeAll
    static void build() {
        SmallKprg.build(NEO4J);
    }

    @Test
    void allKindsWithoutALimitAreAllThereAre() {
        assertThat(chosen(spec(List.of(), null, null)))
                .containsExactlyInAnyOrder(
                        "ONE_HOP 1 ab",
                        "ONE_HOP 1 bc",
                        "ONE_HOP 1 cd",
                        "ONE_HOP 1 de",
                        "ONE_HOP 1 cf",
                        "ONE_HOP 1 df",
                        "TWO_HOP 2 ac",
                        "TWO_HOP 2 bd",
                        "TWO_HOP 2 bf",
                        "TWO_HOP 2 ce",
                        "TWO_HOP 2 ef",
                        "THREE_HOP 3 ad",
                        "THREE_HOP 3 af",
                        "THREE_HOP 3 be",
                        "COMMUNITY 1 cdf");
    }

    @Test
    void aLimitSpreadsOverTheKinds() {
        assertThat(kinds(chosen(spec(List.of(Kind.ONE_HOP, Kind.TWO_HOP, Kind.THREE_HOP), 7, null))))
                .containsExactly("ONE_HOP", "ONE_HOP", "ONE_HOP", "TWO_HOP", "TWO_HOP", "THREE_HOP", "THREE_HOP");
        assertThat(kinds(chosen(spec(List.of(), 2, null)))).containsExactly("ONE_HOP", "TWO_HOP");
    }

    @Test
    void whatAKindLacksTheNextOnesGive() {
        assertThat(kinds(chosen(spec(List.of(Kind.COMMUNITY, Kind.THREE_HOP, Kind.ONE_HOP), 9, null))))
                .containsExactly(
                        "COMMUNITY",
                        "THREE_HOP",
                        "THREE_HOP",
                        "THREE_HOP",
                        "ONE_HOP",
                        "ONE_HOP",
                        "ONE_HOP",
                        "ONE_HOP",
                        "ONE_HOP");
        assertThat(chosen(spec(List.of(Kind.COMMUNITY, Kind.TWO_HOP), 1000, null)))
                .hasSize(6);
    }

    @Test
    void aSeedDrawsTheSameSampleEachTime() {
        List<String> sample = chosen(spec(List.of(Kind.ONE_HOP, Kind.TWO_HOP), 6, 7L));
        assertThat(sample).hasSize(6).doesNotHaveDuplicates();
        assertThat(chosen(spec(List.of(Kind.ONE_HOP, Kind.TWO_HOP), 6, 7L))).isEqualTo(sample);
        assertThat(List.of(
                        sample,
                        chosen(spec(List.of(Kind.ONE_HOP, Kind.TWO_HOP), 6, 8L)),
                        chosen(spec(List.of(Kind.ONE_HOP, Kind.TWO_HOP), 6, 9L))))
                .as("not every seed draws the same")
                .anySatisfy(other -> assertThat(other).isNotEqualTo(sample));
    }

    @Test
    void aKindNamedTwiceCountsOnce() {
        assertThat(chosen(spec(List.of(Kind.COMMUNITY, Kind.COMMUNITY), null, null)))
                .containsExactly("COMMUNITY 1 cdf");
    }

    @Test
    void repetitionsByWeightAreNumbered() {
        CombinationSpec twice =
                new CombinationSpec(List.of(Kind.ONE_HOP), null, null, 2, null, null, null, null, "weight");
        List<Combination> chosen = new ArrayList<>();
        source().choose(twice, chosen::add);
        assertThat(chosen).extracting(Combination::sample).containsExactly(0, 1);
        assertThat(chosen).extracting(Combination::names).containsOnly(List.of("name c", "name d"));
        assertThat(chosen)
                .extracting(Combination::key)
                .containsOnly(chosen.get(0).key());
    }

    @Test
    void aSettingThatTheProceduresRefuseIsNamed() {
        CombinationSpec bad =
                new CombinationSpec(List.of(), null, null, null, null, null, Map.of("best", 3), null, null);
        assertThatThrownBy(() -> chosen(bad)).hasMessageContaining("best");
        assertThatThrownBy(() -> spec(List.of(), 0, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("limit is 0");
    }

    @Test
    void theCensusCountsWhatTheListsHold() {
        assertThat(source().census(spec(List.of(), 1, 5L)))
                .filteredOn(row -> row.count() > 0)
                .containsExactlyInAnyOrder(
                        new CensusRow("ONE_HOP", 2, 6, 0),
                        new CensusRow("TWO_HOP", 2, 5, 5),
                        new CensusRow("THREE_HOP", 2, 3, 3),
                        new CensusRow("COMMUNITY", 3, 1, 1));
    }

    @Test
    void theKeyDependsOnTheKnowledgePointsAlone() {
        Combination one = CombinationSource.of("ONE_HOP", 1, 2, List.of("b", "a"), List.of("name b", "name a"));
        Combination other = CombinationSource.of("SELECTED", 0, 0, List.of("a", "b"), List.of("A", "B"));
        assertThat(one.key()).isEqualTo(other.key());
        assertThat(one.names()).containsExactly("name a", "name b");
        assertThat(CombinationSource.of("ONE_HOP", 1, 2, List.of("a", "c"), List.of("A", "C"))
                        .key())
                .isNotEqualTo(one.key());
    }

    @Test
    void combinationsAreKeptOnceAndTheirProblemsCounted() {
        CombinationRepository repository = new CombinationRepository(NEO4J.graph());
        List<Combination> chosen = new ArrayList<>();
        source().choose(spec(List.of(Kind.COMMUNITY, Kind.TWO_HOP), null, null), chosen::add);
        NEO4J.graph().write(List.of(CombinationRepository.keeping(chosen)));
        NEO4J.graph().write(List.of(CombinationRepository.keeping(chosen)));
        List<String> keys = chosen.stream().map(Combination::key).toList();
        try (var session = NEO4J.driver().session()) {
            assertThat(session.run(
                                    """
                                    MATCH (c:Combination)-[:COMBINES]->(kp:KnowledgePoint)
                                    WITH c, kp ORDER BY kp.id
                                    RETURN c.key, c.kind + ' ' + c.distance AS kind, collect(kp.id) AS ids
                                    """)
                            .list(row ->
                                    row.get("kind").asString() + row.get("ids").asList()))
                    .containsExactlyInAnyOrderElementsOf(chosen.stream()
                            .map(one -> one.kind() + " " + one.distance() + one.ids())
                            .toList());
        }
        assertThat(repository.made(chosen)).isEmpty();
        try (var session = NEO4J.driver().session()) {
            session.run(
                            "MATCH (c:Combination {key: $key}) CREATE (:Problem {key: 'p'})-[:GENERATED_FROM]->(c)",
                            Map.of("key", keys.get(0)))
                    .consume();
        }
        assertThat(repository.made(chosen)).containsExactly(keys.get(0));
    }

    @ParameterizedTest(name = "limit {0}, {1} at once")
    @CsvSource({"1000, 1", "1000, 3", "1000, 100", "7, 2", "7, 100", "3, 1", "1, 1"})
    void pagesGiveTogetherWhatIsChosenAtOnceAndAreCountedBefore(int limit, int most) {
        CombinationSpec spec = spec(List.of(Kind.THREE_HOP, Kind.COMMUNITY, Kind.ONE_HOP, Kind.TWO_HOP), limit, null);
        List<Combination> paged = new ArrayList<>();
        Position position = Position.start(spec);
        while (!position.end(spec)) {
            Page page = source().page(spec, position, most);
            assertThat(page.combinations()).hasSizeLessThanOrEqualTo(most);
            assertThat(page.combinations().stream().map(Combination::kind).distinct())
                    .hasSizeLessThanOrEqualTo(1);
            paged.addAll(page.combinations());
            position = page.next();
        }
        List<Combination> atOnce = new ArrayList<>();
        source().choose(spec, atOnce::add);
        assertThat(paged).isEqualTo(atOnce).hasSize((int) source().count(spec));
    }

    private static CombinationSpec spec(List<Kind> kinds, @Nullable Integer limit, @Nullable Long seed) {
        return CombinationSpec.of(kinds, limit, seed)
                .withDefaults(new CombinationSpec(List.of(), null, null, null, null, null, EVERY_END, null, null));
    }

    private static CombinationSource source() {
        return new CombinationSource(NEO4J.graph());
    }

    private static List<String> chosen(CombinationSpec spec) {
        List<String> chosen = new ArrayList<>();
        source().choose(
                        spec,
                        combination -> chosen.add(combination.kind() + " " + combination.distance() + " "
                                + String.join("", combination.ids())));
        return chosen;
    }

    private static List<String> kinds(List<String> chosen) {
        return chosen.stream().map(line -> line.substring(0, line.indexOf(' '))).toList();
    }
}

package dev.grip.pipeline.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grip.combinations.Combination;
import dev.grip.combinations.CombinationSource;
import dev.grip.combinations.CombinationSpec;
import dev.grip.combinations.Kind;
import dev.grip.combinations.Regions;
import dev.grip.combinations.Steering;
import dev.grip.combinations.ThemesKprg;
import dev.grip.graph.Neo4jExtension;
import dev.grip.pipeline.runs.Allocation.Seen;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The rounds of steered runs on a real graph, with results that the test decides. */
@SuppressWarnings("NullAway.Init")
class RoundsTests {

    @RegisterExtension
    static final Neo4jExtension NEO4J = new Neo4jExtension();

    private static final String GOOD = "around name b0";
    private static final List<Kind> PAIRS = List.of(Kind.ONE_HOP, Kind.TWO_HOP);

    private static CombinationSource source;
    private static Regions regions;

    @BeforeAll
    static void build() {
        ThemesKprg.build(NEO4J);
        source = new CombinationSource(NEO4J.graph());
        regions = source.regions();
    }

    @Test
    void theRegionThatPassesGetsMoreAndTheOthersKeepSome() {
        List<Rounds.Round> rounds = rounds(spec(PAIRS, 150, null), 30, RoundsTests::goodAroundB);

        assertThat(share(rounds.get(0), GOOD)).isLessThan(0.35);
        assertThat(share(rounds.get(2), GOOD)).isGreaterThan(0.6);
        for (String region : regions.names()) {
            assertThat(rounds.stream()
                            .mapToDouble(round -> share(round, region))
                            .sum())
                    .as(region)
                    .isPositive();
        }
        assertThat(rounds).allSatisfy(round -> {
            assertThat(size(round)).isEqualTo(30);
            assertThat(novel(round)).isGreaterThanOrEqualTo(15);
        });
    }

    @Test
    void anUnlimitedRunTakesEverythingOnceWhateverCameOfIt() {
        CombinationSpec spec = spec(PAIRS, null, null);
        List<String> all = new ArrayList<>();
        source.choose(CombinationSpec.of(PAIRS, null, null), combination -> all.add(combination.key()));

        List<Rounds.Round> rounds = rounds(spec, 37, RoundsTests::goodAroundB);

        assertThat(keys(rounds)).containsExactlyInAnyOrderElementsOf(all);
        assertThat(last(rounds).next().over()).isTrue();
        assertThat(rounds.subList(0, rounds.size() - 2))
                .allSatisfy(round -> assertThat(size(round)).isEqualTo(37));
    }

    @Test
    void aSampleIsDividedAmongTheRegionsAndTakenOnce() {
        List<Rounds.Round> rounds = rounds(spec(PAIRS, 120, 5L), 30, RoundsTests::goodAroundB);

        assertThat(keys(rounds)).hasSize(120).doesNotHaveDuplicates();
        assertThat(share(rounds.get(1), GOOD)).isGreaterThan(share(rounds.get(0), GOOD));
    }

    @Test
    void theSameResultsGiveTheSameRoundsFromWhereverTheyGoOn() {
        CombinationSpec spec = spec(PAIRS, 150, null).steered(new Steering(0.5, 30));
        List<Rounds.Round> rounds = rounds(spec, RoundsTests::goodAroundB);

        Map<Arm, Seen> seen = new HashMap<>();
        for (int round = 0; round < 5; round++) {
            Rounds.State from = round == 0 ? null : reread(rounds.get(round - 1).next());
            Rounds.Round again = new Rounds(source, spec, source.regions()).next(from, seen);
            assertThat(again).isEqualTo(rounds.get(round));
            see(again, seen, RoundsTests::goodAroundB);
        }
    }

    @Test
    void theStateOfARunFromBeforeThereWereRegionsIsReadAndGoesOnByKind() {
        String old =
                """
                {"round":1,"size":20,"left":40,"ways":{"ONE_HOP":{"given":0,"cursor":null,"over":false},\
                "TWO_HOP":{"given":0,"cursor":null,"over":true}}}""";
        Rounds.State state = CursorText.read(old, Rounds.State.class);
        SteeredRegions steered = SteeredRegions.again(source, state.regions());

        Rounds.Round round = new Rounds(source, spec(PAIRS, 60, null).steered(new Steering(0.5, 20)), steered.regions())
                .next(state, Map.of(Arm.of(Kind.ONE_HOP), new Seen(10, 3)));

        assertThat(steered.notice()).contains("by kind alone").contains("as it was begun");
        assertThat(size(round)).isEqualTo(20);
        assertThat(round.next().ways().keySet()).containsExactly(Arm.of(Kind.ONE_HOP), Arm.of(Kind.TWO_HOP));
        assertThat(round.next().left()).isEqualTo(20);
    }

    @Test
    void aRunDoesNotGoOnAmongOtherRegions() {
        assertThat(SteeredRegions.begin(source).notice()).isNull();
        assertThat(SteeredRegions.again(source, regions.fingerprint()).regions().names())
                .isEqualTo(regions.names());
        assertThatThrownBy(() -> SteeredRegions.again(source, "0123456789abcdef01234567"))
                .isInstanceOf(GraphChangedException.class)
                .hasMessageContaining("regions")
                .hasMessageContaining("others");
    }

    private static Rounds.State reread(Rounds.State state) {
        return CursorText.read(CursorText.of(state), Rounds.State.class);
    }

    private static CombinationSpec spec(List<Kind> kinds, @Nullable Integer limit, @Nullable Long seed) {
        return CombinationSpec.of(kinds, limit, seed);
    }

    private static List<Rounds.Round> rounds(CombinationSpec spec, int size, Function<Arm, Double> passes) {
        return rounds(spec.steered(new Steering(0.5, size)), passes);
    }

    /** All rounds, when of an arm's combinations so large a part passes. */
    private static List<Rounds.Round> rounds(CombinationSpec spec, Function<Arm, Double> passes) {
        Rounds rounds = new Rounds(source, spec, regions);
        Map<Arm, Seen> seen = new HashMap<>();
        List<Rounds.Round> all = new ArrayList<>();
        do {
            all.add(rounds.next(all.isEmpty() ? null : last(all).next(), seen));
            see(last(all), seen, passes);
        } while (!last(all).next().over());
        return all;
    }

    private static void see(Rounds.Round round, Map<Arm, Seen> seen, Function<Arm, Double> passes) {
        round.combinations().forEach((arm, some) -> {
            long done = some.size() + seen.getOrDefault(arm, Seen.NOTHING).done();
            seen.put(arm, new Seen(done, Math.round(done * passes.apply(arm))));
        });
    }

    private static double goodAroundB(Arm arm) {
        return arm.region().equals(GOOD) ? 0.9 : 0.1;
    }

    private static double share(Rounds.Round round, String region) {
        return 1.0 * count(round, arm -> arm.region().equals(region)) / size(round);
    }

    private static int novel(Rounds.Round round) {
        return count(round, arm -> arm.kind() != Kind.ONE_HOP);
    }

    private static int size(Rounds.Round round) {
        return count(round, arm -> true);
    }

    private static int count(Rounds.Round round, Function<Arm, Boolean> counts) {
        return round.combinations().entrySet().stream()
                .filter(part -> counts.apply(part.getKey()))
                .mapToInt(part -> part.getValue().size())
                .sum();
    }

    private static List<String> keys(List<Rounds.Round> rounds) {
        return rounds.stream()
                .flatMap(round -> round.combinations().values().stream())
                .flatMap(List::stream)
                .map(Combination::key)
                .toList();
    }

    private static Rounds.Round last(List<Rounds.Round> rounds) {
        return rounds.get(rounds.size() - 1);
    }
}

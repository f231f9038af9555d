package dev.grip.pipeline.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grip.combinations.Kind;
import dev.grip.pipeline.runs.Allocation.Seen;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How combinations are shared out among arms. */
class AllocationTests {

    private static final Map<Kind, Seen> CLEAR = kinds(new Seen(100, 60), new Seen(100, 40), new Seen(100, 10));

    @Test
    void theFirstRoundIsEven() {
        assertThat(kinds(7).of(0, 30, CLEAR, 0))
                .isEqualTo(Map.of(Kind.ONE_HOP, 10, Kind.TWO_HOP, 10, Kind.COMMUNITY, 10));
    }

    @Test
    void theKindWithTheBestYieldGetsMostAndNoneIsGivenUp() {
        Map<Kind, Integer> round = kinds(7).of(1, 100, CLEAR, 0);

        assertThat(sum(round)).isEqualTo(100);
        assertThat(round.get(Kind.ONE_HOP)).isGreaterThanOrEqualTo(85);
        assertThat(round.get(Kind.TWO_HOP)).isGreaterThanOrEqualTo(5);
        assertThat(round.get(Kind.COMMUNITY)).isGreaterThanOrEqualTo(5);
    }

    @Test
    void aKindOfWhichLittleIsKnownIsTriedMoreThanOneThatIsKnownToBeWorse() {
        Map<Kind, Integer> round = kinds(7).of(1, 100, kinds(new Seen(100, 60), new Seen(3, 1), new Seen(100, 33)), 0);

        assertThat(round.get(Kind.TWO_HOP)).isGreaterThan(round.get(Kind.COMMUNITY));
    }

    @Test
    void atLeastTheFloorIsNovelAndItsPartsKeepTheirOrder() {
        for (int round = 0; round < 20; round++) {
            for (int size : new int[] {1, 7, 100}) {
                Map<Kind, Integer> shared = kinds(7).of(round, size, CLEAR, 0.7);

                assertThat(sum(shared)).isEqualTo(size);
                int novel = size - shared.get(Kind.ONE_HOP);
                assertThat(novel).as("round " + round + " of " + size).isGreaterThanOrEqualTo((int)
                        Math.ceil(0.7 * size - 1e-9));
            }
        }
        Map<Kind, Integer> later = kinds(7).of(3, 100, CLEAR, 0.7);
        assertThat(later.get(Kind.TWO_HOP)).isGreaterThanOrEqualTo(later.get(Kind.COMMUNITY));
    }

    @Test
    void whereNothingNovelIsLeftTheRestIsUsed() {
        assertThat(kinds(7).of(2, 10, Map.of(Kind.ONE_HOP, new Seen(5, 1)), 0.7))
                .isEqualTo(Map.of(Kind.ONE_HOP, 10));
    }

    @Test
    void theSameResultsAndSeedShareOutTheSameWay() {
        Map<Kind, Seen> close = kinds(new Seen(20, 9), new Seen(20, 10), new Seen(20, 9));

        assertThat(kinds(7).of(2, 1000, close, 0.2)).isEqualTo(kinds(7).of(2, 1000, close, 0.2));
        assertThat(kinds(8).of(2, 1000, close, 0.2)).isNotEqualTo(kinds(7).of(2, 1000, close, 0.2));
        assertThat(kinds(7).of(3, 1000, close, 0.2)).isNotEqualTo(kinds(7).of(2, 1000, close, 0.2));
    }

    @Test
    void manyArmsKeepNoMoreThanAFifthAmongThem() {
        Map<String, Seen> arms = new LinkedHashMap<>();
        for (int arm = 0; arm < 20; arm++) {
            arms.put("arm " + arm, arm == 7 ? new Seen(500, 450) : new Seen(500, 50));
        }
        Map<String, Integer> round = new Allocation<String>(arm -> true, 7).of(1, 1000, arms, 0);

        assertThat(round.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(1000);
        assertThat(round).containsEntry("arm 7", 810);
        round.remove("arm 7");
        assertThat(round.values()).containsOnly(10);
    }

    private static Allocation<Kind> kinds(long seed) {
        return new Allocation<>(kind -> kind != Kind.ONE_HOP, seed);
    }

    private static int sum(Map<Kind, Integer> round) {
        return round.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static Map<Kind, Seen> kinds(Seen oneHop, Seen twoHop, Seen community) {
        Map<Kind, Seen> kinds = new EnumMap<>(Kind.class);
        kinds.put(Kind.ONE_HOP, oneHop);
        kinds.put(Kind.TWO_HOP, twoHop);
        kinds.put(Kind.COMMUNITY, community);
        return kinds;
    }
}

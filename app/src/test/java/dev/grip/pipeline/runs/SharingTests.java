package dev.grip.pipeline.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grip.combinations.Kind;
import dev.grip.pipeline.runs.Allocation.Seen;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How rounds are shared out among kinds and the regions of each. */
class SharingTests {

    private static final Arm KNOWN = new Arm(Kind.ONE_HOP, "here");
    private static final Arm KNOWN_THERE = new Arm(Kind.ONE_HOP, "there");
    private static final Arm NOVEL = new Arm(Kind.TWO_HOP, "here");
    private static final Arm NOVEL_THERE = new Arm(Kind.TWO_HOP, "there");
    private static final Arm FAR = new Arm(Kind.THREE_HOP, "there");

    @Test
    void theFirstRoundIsEvenAmongKindsAndAmongTheRegionsOfEach() {
        Stock stock = new Stock(Map.of(KNOWN, 99, KNOWN_THERE, 99, NOVEL, 99, NOVEL_THERE, 99, FAR, 99));
        new Sharing(0, 7).fill(0, 30, Map.of(), stock);

        assertThat(stock.taken).isEqualTo(Map.of(KNOWN, 5, KNOWN_THERE, 5, NOVEL, 5, NOVEL_THERE, 5, FAR, 10));
    }

    @Test
    void aRegionIsBetterWithinItsKindAlone() {
        Stock stock = new Stock(Map.of(KNOWN, 999, KNOWN_THERE, 999, NOVEL, 999, NOVEL_THERE, 999));
        new Sharing(0, 7)
                .fill(
                        1,
                        200,
                        Map.of(
                                KNOWN, new Seen(50, 40),
                                KNOWN_THERE, new Seen(50, 10),
                                NOVEL, new Seen(50, 10),
                                NOVEL_THERE, new Seen(50, 40)),
                        stock);

        assertThat(stock.taken.get(KNOWN)).isGreaterThan(4 * stock.taken.get(KNOWN_THERE));
        assertThat(stock.taken.get(NOVEL_THERE)).isGreaterThan(4 * stock.taken.get(NOVEL));
        assertThat(stock.taken.values()).allSatisfy(taken -> assertThat(taken).isPositive());
    }

    @Test
    void whatAKindLacksOthersGiveAndTheFloorHoldsAsLongAsItCan() {
        Stock stock = new Stock(Map.of(KNOWN, 99, NOVEL, 3, NOVEL_THERE, 2, FAR, 99));
        new Sharing(0.8, 7).fill(0, 50, Map.of(), stock);

        assertThat(stock.taken).isEqualTo(Map.of(KNOWN, 10, NOVEL, 3, NOVEL_THERE, 2, FAR, 35));

        Stock little = new Stock(Map.of(KNOWN, 99, NOVEL, 3, NOVEL_THERE, 2));
        new Sharing(0.8, 7).fill(1, 50, Map.of(), little);

        assertThat(little.taken).isEqualTo(Map.of(KNOWN, 45, NOVEL, 3, NOVEL_THERE, 2));
    }

    @Test
    void everythingIsTakenWhenThereIsLessThanARound() {
        Stock stock = new Stock(Map.of(KNOWN, 4, NOVEL, 3, NOVEL_THERE, 0, FAR, 2));
        new Sharing(0.5, 7).fill(3, 50, Map.of(FAR, new Seen(40, 0)), stock);

        assertThat(stock.taken).isEqualTo(Map.of(KNOWN, 4, NOVEL, 3, NOVEL_THERE, 0, FAR, 2));
    }

    @Test
    void whatIsUsedUpSaysNothingOfWhatIsLeft() {
        Stock stock = new Stock(Map.of(KNOWN, 999, NOVEL_THERE, 999));
        new Sharing(0, 7)
                .fill(
                        1,
                        100,
                        Map.of(NOVEL, new Seen(500, 450), NOVEL_THERE, new Seen(50, 5), KNOWN, new Seen(50, 25)),
                        stock);

        assertThat(stock.taken.get(KNOWN)).isGreaterThan(85);
    }

    /** So many of each arm, in the order of their texts. */
    private static final class Stock implements Sharing.Supply {

        private final Map<Arm, Integer> left = new LinkedHashMap<>();
        private final Map<Arm, Integer> taken = new LinkedHashMap<>();
        private final Set<Arm> over = new LinkedHashSet<>();

        Stock(Map<Arm, Integer> stock) {
            stock.entrySet().stream()
                    .sorted((a, b) -> a.getKey().text().compareTo(b.getKey().text()))
                    .forEach(arm -> left.put(arm.getKey(), arm.getValue()));
            left.keySet().forEach(arm -> taken.put(arm, 0));
        }

        @Override
        public Set<Arm> open() {
            Set<Arm> open = new LinkedHashSet<>(left.keySet());
            open.removeAll(over);
            return open;
        }

        @Override
        public int take(Arm arm, int wanted) {
            int had = left.getOrDefault(arm, 0);
            int some = Math.min(wanted, had);
            if (some < wanted) {
                over.add(arm);
            }
            left.put(arm, had - some);
            taken.merge(arm, some, Integer::sum);
            return some;
        }
    }
}

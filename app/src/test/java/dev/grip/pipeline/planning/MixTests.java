package dev.grip.pipeline.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grip.pipeline.planning.Expectation.Unit;
import dev.grip.pipeline.spending.Budget;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which kinds, and how many of each, fit a budget. */
class MixTests {

    private static final long ANY = Long.MAX_VALUE;
    private static final List<KindChoice> KINDS = List.of(kind("DEAR", 1000), kind("POOR", 1000), kind("GOOD", 100));

    /** Cost, seconds, rows, and rows for sure, of one combination. */
    private static final Map<String, Unit> UNITS = Map.of(
            "DEAR", new Unit(8, 1, 0.8, 0.7), "POOR", new Unit(1, 2, 0.2, 0.1), "GOOD", new Unit(1, 2, 0.5, 0.4));

    @Test
    void whatGivesMostRowsForMoneyComesFirstAsFarAsThereIsAny() {
        assertThat(mix(150.0, null, null, ANY)).isEqualTo(counts("GOOD", 100, "POOR", 50));
        assertThat(mix(70.5, null, null, ANY)).isEqualTo(counts("GOOD", 70));
        assertThat(mix(1108.0, null, null, ANY)).isEqualTo(counts("GOOD", 100, "POOR", 1000, "DEAR", 1));
    }

    @Test
    void withoutPricesTimeIsWhatIsScarce() {
        Mix mix = new Mix(Budget.of(null, "1010s", null), false, kind -> UNITS.get(kind.kind()));

        assertThat(byName(mix.of(KINDS, ANY))).isEqualTo(counts("DEAR", 1000, "GOOD", 5));
    }

    @Test
    void rowsAreCountedAtTheirLowEnd() {
        assertThat(mix(null, null, 40L, ANY)).isEqualTo(counts("GOOD", 100));
        assertThat(mix(null, null, 50L, ANY)).isEqualTo(counts("GOOD", 100, "POOR", 100));
        assertThat(mix(null, null, 1_000_000L, ANY))
                .as("all there is")
                .isEqualTo(counts("GOOD", 100, "POOR", 1000, "DEAR", 1000));
    }

    @Test
    void theTightestLimitHolds() {
        assertThat(mix(1000.0, "100s", 1_000L, ANY)).isEqualTo(counts("GOOD", 50));
        assertThat(mix(1000.0, null, 1_000L, 30)).isEqualTo(counts("GOOD", 30));
        assertThat(mix(0.5, null, null, ANY)).isEmpty();
    }

    private static Map<String, Long> mix(@Nullable Double cost, @Nullable String time, @Nullable Long rows, long most) {
        Mix mix = new Mix(Budget.of(cost, time, rows), true, kind -> UNITS.get(kind.kind()));
        return byName(mix.of(KINDS, most));
    }

    private static Map<String, Long> byName(List<KindChoice> mix) {
        Map<String, Long> counts = new LinkedHashMap<>();
        mix.forEach(kind -> counts.put(kind.kind(), kind.chosen()));
        return counts;
    }

    private static Map<String, Long> counts(Object... pairs) {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            counts.put((String) pairs[i], ((Integer) pairs[i + 1]).longValue());
        }
        return counts;
    }

    private static KindChoice kind(String name, long available) {
        return new KindChoice(name, available, available, null);
    }
}

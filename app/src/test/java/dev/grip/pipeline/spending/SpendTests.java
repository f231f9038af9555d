package dev.grip.pipeline.spending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.grip.llm.CallTime;
import dev.grip.llm.Charge;
import dev.grip.llm.Usage;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

/** Adding up calls and pricing them. */
class SpendTests {

    private static final SortedMap<Purpose, Used> USED = used(
            charge("write", "writer", 100, 400, 3),
            charge("judge", "judge", 500, 50, 1),
            charge("rate", "judge", 100, 20, 3));

    @Test
    void callsAddUpByStageAndModel() {
        Ledger ledger = new Ledger(USED);
        ledger.add(List.of(charge("judge", "judge", 10, 20, 1), charge("judge", "other", 1, 2, 1)));

        assertThat(ledger.used())
                .containsEntry(new Purpose("judge", "judge"), new Used(2, 510, 70, 2_000_000))
                .containsEntry(new Purpose("judge", "other"), new Used(1, 1, 2, 1_000_000))
                .hasSize(4);
        assertThat(USED).hasSize(3);
    }

    @Test
    void withoutAPriceTheCostIsUnknownAndNotNothing() {
        Prices half = new Prices("USD", Map.of("writer", new ModelPrice(0, null, 1.0, 2.0), "judge", none()));
        Spend spend = Spend.of(USED, 60, half);

        assertThat(spend.cost()).isNull();
        assertThat(spend.gpuHours()).isNull();
        assertThat(spend.unpriced()).containsExactly("judge");
        assertThat(spend.calls()).isEqualTo(3);
        assertThat(spend.stages())
                .extracting(StageSpend::cost)
                .satisfiesExactly(
                        judge -> assertThat(judge).isNull(),
                        rate -> assertThat(rate).isNull(),
                        write -> assertThat(write).isCloseTo((100 + 800) / 1e6, within(1e-12)));
    }

    @Test
    void aModelThatNoPriceKnowsMakesTheCostUnknown() {
        Spend spend = Spend.of(USED, 60, new Prices("USD", Map.of("writer", new ModelPrice(0, null, 1.0, 2.0))));

        assertThat(spend.cost()).isNull();
        assertThat(spend.unpriced()).containsExactly("judge");
    }

    @Test
    void gpusCountForAllTheTimeAndTokensByTheMillion() {
        Prices prices = new Prices(
                "EUR",
                Map.of(
                        "writer", new ModelPrice(4, 0.5, null, null),
                        "judge", new ModelPrice(0, null, 2.0, 10.0),
                        "idle", new ModelPrice(8, 1.0, null, null)));
        Spend spend = Spend.of(USED, 1800, prices);

        assertThat(spend.gpuHours()).isEqualTo(6.0);
        double tokens = 600 * 2.0 / 1e6 + 70 * 10.0 / 1e6;
        assertThat(spend.cost()).isCloseTo(4 * 0.5 * 0.5 + 8 * 0.5 + tokens, within(1e-12));
        assertThat(spend.currency()).isEqualTo("EUR");
    }

    @Test
    void stagesShareTheGpuHoursOfTheirModelByTheTimeTheirRequestsWereOut() {
        Prices prices = new Prices(
                "USD",
                Map.of("writer", new ModelPrice(1, 1.0, null, null), "judge", new ModelPrice(2, 1.0, null, null)));
        Spend spend = Spend.of(USED, 3600, prices);

        assertThat(spend.stages()).extracting(StageSpend::gpuHours).containsExactly(0.5, 1.5, 1.0);
        assertThat(spend.cost()).isCloseTo(3.0, within(1e-12));
    }

    @Test
    void aPriceOfZeroIsFreeAndKnown() {
        Prices free = new Prices(
                "USD",
                Map.of("writer", new ModelPrice(0, null, 0.0, 0.0), "judge", new ModelPrice(2, 0.0, null, null)));

        assertThat(Spend.of(USED, 3600, free).cost()).isZero();
        assertThat(free.known()).isTrue();
        assertThat(new Prices("USD", Map.of("judge", new ModelPrice(2, null, 1.0, 1.0))).known())
                .as("GPUs without a price of their hour")
                .isFalse();
    }

    private static ModelPrice none() {
        return new ModelPrice(0, null, null, null);
    }

    private static SortedMap<Purpose, Used> used(Charge... charges) {
        Ledger ledger = new Ledger(Map.of());
        ledger.add(List.of(charges));
        return ledger.used();
    }

    private static Charge charge(String stage, String model, int prompt, int completion, int seconds) {
        return new Charge(stage, model, new Usage(prompt, completion), CallTime.out(seconds * 1_000_000_000L));
    }
}

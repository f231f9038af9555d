package dev.grip.pipeline.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grip.combinations.CombinationSpec;
import dev.grip.combinations.Kind;
import dev.grip.pipeline.spending.Prices;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What decides a run's results, its id, and how a change is shown. */
class DecidesTests {

    private static final RunRequest REQUEST = RunRequest.of(CombinationSpec.of(List.of(Kind.ONE_HOP), 10, 1L));

    @Test
    void everyKeyThatDiffersIsShownWithBothValues() {
        Decides before = new Decides(Map.of("judging.problem-threshold", "0.85", "models.rater", "small", "gone", "1"));
        Decides now = new Decides(Map.of("judging.problem-threshold", "0.9", "models.rater", "small", "new", "2"));

        assertThat(before.differences(now))
                .containsExactly(
                        "gone was 1 and is nothing",
                        "judging.problem-threshold was 0.85 and is 0.9",
                        "new was nothing and is 2");
        assertThat(before.differences(Decides.ofJson(before.json()))).isEmpty();
    }

    @Test
    void aRequestIsTheSameAfterItWasKept() {
        RunRequest cypher = RunRequest.ofCypher("RETURN $a", Map.of("a", 3, "b", List.of("x", 1.5)), 7);

        assertThat(RunRequest.ofJson(REQUEST.json())).isEqualTo(REQUEST);
        assertThat(RunRequest.ofJson(cypher.json())).isEqualTo(cypher);
    }

    @Test
    void theIdIsDecidedByRequestConfigurationAndGraph() {
        Configuration one = configuration("0.85");
        String id = one.idOf(REQUEST, 1);

        assertThat(id).matches("run-[0-9a-f]{12}");
        assertThat(configuration("0.85").idOf(REQUEST, 1)).isEqualTo(id);
        assertThat(configuration("0.9").idOf(REQUEST, 1)).isNotEqualTo(id);
        assertThat(one.idOf(REQUEST, 2)).isNotEqualTo(id);
        assertThat(one.idOf(REQUEST.atMost(9), 1)).isNotEqualTo(id);
    }

    private static Configuration configuration(String threshold) {
        return new Configuration(
                "grip-2025",
                new Decides(Map.of("judging.problem-threshold", threshold)),
                true,
                List.of(),
                List.of(),
                Prices.unknown(List.of()));
    }
}

package dev.grip.rehearsal.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.grip.rehearsal.structured.Constraint;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How often verdicts are spoilt, and what protects them. */
class JudgeSlipsTests {

    private static final String SCORE = "Every step was checked.\nEvaluation Score: 0.94";
    private static final String TRUTH = "Every step was checked.\nAnswer: True";

    @Test
    void slipsOccurAsOftenAsConfigured() {
        Map<JudgeSlip, Double> rates = new EnumMap<>(JudgeSlip.class);
        Arrays.stream(JudgeSlip.values()).forEach(slip -> rates.put(slip, 0.02));
        Personality slipping = Personality.FLAWLESS.withFaults(AnswerFaults.slipping(new JudgeSlips(rates)));
        Map<String, Integer> counts = new HashMap<>();
        int whole = 0;
        for (int seed = 0; seed < 10_000; seed++) {
            String said = JudgeSlipTests.speak(slipping, SCORE, seed, Constraint.none());
            whole += said.equals(SCORE) ? 1 : 0;
            counts.merge(said.isEmpty() ? "empty" : said.startsWith("{") ? "json" : "other", 1, Integer::sum);
        }

        assertThat(whole).isBetween(6500, 7100);
        assertThat(counts.get("empty")).isBetween(150, 250);
    }

    @Test
    void theUsualMixReachesEveryKind() {
        assertThat(JudgeSlips.SOME.rates()).containsOnlyKeys(JudgeSlip.values());
        assertThat(JudgeSlips.SOME.rates().values().stream()
                        .mapToDouble(rate -> rate)
                        .sum())
                .isBetween(0.05, 0.12);
        assertThat(JudgeSlips.named("some")).isEqualTo(JudgeSlips.SOME);
        assertThat(JudgeSlips.named("none").rates()).isEmpty();
    }

    @Test
    void onlyVerdictsAreSpoiltAndNoneThatHasItsForm() {
        Personality always =
                Personality.FLAWLESS.withFaults(AnswerFaults.slipping(JudgeSlips.NONE.with(JudgeSlip.EMPTY, 1)));
        Constraint choice = new Constraint.OneOf(List.of("True", "False"));

        assertThat(JudgeSlipTests.speak(always, "New Problem: How many?", 1, Constraint.none()))
                .startsWith("New Problem");
        assertThat(JudgeSlipTests.speak(always, "Sum: 1 + 1 = 2\n\nThe answer is \\boxed{2}.", 1, Constraint.none()))
                .endsWith("\\boxed{2}.");
        assertThat(JudgeSlipTests.speak(always, TRUTH, 1, choice)).isEqualTo("True");
    }

    @Test
    void constrainedJsonMayStillRunAway() {
        Personality looping = Personality.FLAWLESS.withFaults(
                AnswerFaults.slipping(JudgeSlips.NONE.with(JudgeSlip.WHITESPACE_LOOP, 1)));
        Constraint object = Constraint.of(JsonNodeFactory.instance
                .objectNode()
                .set("response_format", JsonNodeFactory.instance.objectNode().put("type", "json_object")));

        assertThat(JudgeSlipTests.speak(looping, SCORE, 1, object).strip()).isEqualTo("{");
    }

    @Test
    void ratesThatCannotBeAreRefused() {
        assertThatThrownBy(() -> JudgeSlips.NONE.with(JudgeSlip.EMPTY, 1.5)).hasMessageContaining("EMPTY");
        assertThatThrownBy(() -> JudgeSlips.NONE.with(JudgeSlip.EMPTY, 0.6).with(JudgeSlip.JSON, 0.6))
                .hasMessageContaining("sum");
        assertThatThrownBy(() -> JudgeSlips.named("many")).hasMessageContaining("many");
    }
}

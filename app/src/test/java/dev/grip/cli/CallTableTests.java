package dev.grip.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grip.llm.FailureCategory;
import dev.grip.llm.fleet.ModelCalls;
import dev.grip.llm.fleet.Role;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CallTableTests {

    @Test
    void theStagesOfAModelAreAddedUpAndTroubleIsNamed() {
        var lines = CallTable.lines(
                new Console().terminal(),
                List.of(
                        calls(
                                "deepseek-ai/DeepSeek-R1-Distill-Qwen-7B",
                                Map.of("complete", 1_998L, "truncated", 2L),
                                Map.of(FailureCategory.SERVER_ERROR, 3L)),
                        calls("n", Map.of("complete", 1L), Map.of()),
                        calls("n", Map.of("complete", 2L, "truncated", 1L), Map.of(FailureCategory.OVERLOADED, 4L))));

        assertThat(lines)
                .containsExactly(
                        "",
                        "  model                                        calls   tokens read       written",
                        "  deepseek-ai/DeepSeek-R1-Distill-Qwen-7B      2,000     2,000,000       200,000",
                        "  n                                                4         4,000           400",
                        "  sent again                overloaded 4 · server error 3",
                        "  not answered in full      truncated 3")
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(Terminal.NARROW));
    }

    @Test
    void whenAllWentWellOnlyTheModelsAreShownAndWithoutCallsNothing() {
        assertThat(CallTable.lines(new Console().terminal(), List.of(calls("m", Map.of("complete", 1L), Map.of()))))
                .hasSize(3);
        assertThat(CallTable.lines(new Console().terminal(), List.of())).isEmpty();
    }

    private static ModelCalls calls(String model, Map<String, Long> outcomes, Map<FailureCategory, Long> repeats) {
        long ended = outcomes.values().stream().mapToLong(Long::longValue).sum();
        return new ModelCalls(
                Role.JUDGE,
                model,
                "stage",
                ended,
                ended,
                outcomes,
                repeats,
                1_000 * ended,
                100 * ended,
                0,
                Map.of(),
                0);
    }
}

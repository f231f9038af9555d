package dev.grip.pipeline.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grip.combinations.CombinationSpec;
import dev.grip.combinations.Kind;
import dev.grip.combinations.Steering;
import dev.grip.pipeline.runs.RunRequest;
import dev.grip.pipeline.spending.Budget;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The command line that a plan proposes. */
class CommandLineTests {

    @Test
    void kindsLimitSeedAndBudgetAreOptions() {
        RunRequest request = RunRequest.of(CombinationSpec.of(List.of(Kind.TWO_HOP), 5000, 7L));

        assertThat(CommandLine.of(request, Budget.of(12.5, "36h", 900L)))
                .isEqualTo("grip run --kinds TWO_HOP --limit 5000 --seed 7 --max-cost 12.5 --max-time 36h"
                        + " --target-rows 900");
        assertThat(CommandLine.of(RunRequest.of(CombinationSpec.of(List.of(), null, null)), Budget.NONE))
                .isEqualTo("grip run");
    }

    @Test
    void aMixKeepsItsOrder() {
        Map<Kind, Integer> mix = new LinkedHashMap<>();
        mix.put(Kind.COMMUNITY, 30);
        mix.put(Kind.ONE_HOP, 5);

        assertThat(CommandLine.of(RunRequest.of(CombinationSpec.of(mix, 1L)), Budget.of(null, "90s", null)))
                .isEqualTo("grip run --mix COMMUNITY=30,ONE_HOP=5 --seed 1 --max-time 90s");
    }

    @Test
    void steeringIsAFlagWithItsFloor() {
        CombinationSpec spec = CombinationSpec.of(List.of(), 100, null).steered(new Steering(0.7, null));

        assertThat(CommandLine.of(RunRequest.of(spec), Budget.NONE))
                .isEqualTo("grip run --limit 100 --steer --novelty 0.7");
    }

    @Test
    void aQueryIsQuotedForTheShell() {
        RunRequest request = RunRequest.ofCypher(
                "MATCH (a {name: 'Halving'})--(b) RETURN [a, b] AS knowledgePoints", Map.of("least", 3), 9);

        assertThat(CommandLine.of(request, Budget.NONE))
                .isEqualTo("grip run --cypher 'MATCH (a {name: '\\''Halving'\\''})--(b) RETURN [a, b] AS"
                        + " knowledgePoints' --param 'least=3' --limit 9");
    }

    @Test
    void whatOnlyHttpCanSayHasNoCommandLine() {
        RunRequest request =
                RunRequest.of(new CombinationSpec(List.of(Kind.TWO_HOP), 5, null, 3, null, null, null, null, null));

        assertThat(CommandLine.of(request, Budget.NONE)).isNull();
    }
}

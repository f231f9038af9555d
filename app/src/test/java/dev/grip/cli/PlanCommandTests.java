package dev.grip.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grip.pipeline.planning.Basis;
import dev.grip.pipeline.planning.Interval;
import dev.grip.pipeline.planning.Plan;
import dev.grip.pipeline.planning.PlannedKind;
import dev.grip.pipeline.planning.PlannedStage;
import dev.grip.pipeline.runs.RoundYield;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Plans, budgets and yields on the command line. */
class PlanCommandTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    plan --pilot 0                       | --pilot is 0; it must be at least 1
                    plan --max-time soon                 | max-time is 'soon'; it must be a time such as 90m, 36h or 2d
                    run --max-cost -1                    | max-cost is -1.0; it must be a number above 0
                    run --target-rows 0                  | target-rows is 0; it must be 1 or more
                    run --mix TWO_HOP=3 --limit 9        | --mix says all of it: leave out --kinds and --limit
                    run --mix TWO_HOP=0                  | mix has 0 of TWO_HOP; it must be at least 1
                    run --novelty 0.5                    | --novelty belongs to --steer, and that is not given
                    run --steer --novelty 2              | novelty is 2.0; it must be between 0 and 1
                    run --steer --mix TWO_HOP=3          | --steer finds the mix itself: leave out --mix
                    """)
    void whatCannotBeMeantIsBadUsage(String line, String message) {
        Console console = new Console();

        assertThat(console.run(line.strip().split(" +"))).isEqualTo(2);
        assertThat(console.err()).contains(message.strip());
    }

    @Test
    void aPlanSaysWhereItsNumbersComeFromAndThatACostIsUnknown() {
        Console console = new Console();

        assertThat(String.join("\n", PlanTable.lines(console.terminal(), plan())))
                .contains("rehearsal: simulated models, not model output")
                .contains("numbers from              2 runs with this configuration: r1, r2")
                .containsPattern("TWO_HOP +1,234 +500 +20 +210 \\(180 to 245\\) +42\\.0 % of 80")
                .containsPattern("write-problem +writer +480 +")
                .contains("time                      12 min 30 s (10 min 0 s to 1 h 0 min)")
                .contains("cost                      unknown: no price for writer")
                .contains("  Assumed, not measured.")
                .endsWith("  grip run --kinds TWO_HOP --limit 500");
    }

    @Test
    void roundsSayHowTheyWereSharedOut() {
        Console console = new Console();
        List<RoundYield> yields = List.of(
                new RoundYield(1, "ONE_HOP", null, 10, 10, 4),
                new RoundYield(1, "TWO_HOP", null, 10, 10, 2),
                new RoundYield(2, "ONE_HOP", null, 15, 15, 6),
                new RoundYield(2, "TWO_HOP", null, 5, 0, 0));

        assertThat(YieldTable.steering(console.terminal(), yields))
                .containsExactly(
                        "  round 1                   ONE_HOP 10, TWO_HOP 10; 50.0 % novel, 30.0 % accepted",
                        "  round 2                   ONE_HOP 15, TWO_HOP 5; 25.0 % novel, 40.0 % accepted",
                        "  regions                   none: steered by kind alone");
        assertThat(YieldTable.steering(console.terminal(), List.of(new RoundYield(0, "ONE_HOP", null, 1, 1, 1))))
                .isEmpty();
    }

    @Test
    void regionsSayHowTheirShareMovedAndRoundsStayALineEach() {
        Console console = new Console();
        List<RoundYield> yields = List.of(
                new RoundYield(1, "ONE_HOP", "around Sums", 10, 10, 4),
                new RoundYield(1, "ONE_HOP", "elsewhere", 10, 10, 1),
                new RoundYield(1, "TWO_HOP", "elsewhere", 20, 20, 1),
                new RoundYield(2, "ONE_HOP", "around Sums", 30, 20, 12),
                new RoundYield(2, "TWO_HOP", "elsewhere", 10, 0, 0));

        assertThat(YieldTable.steering(console.terminal(), yields))
                .containsExactly(
                        "  round 1                   ONE_HOP 20, TWO_HOP 20; 50.0 % novel, 15.0 % accepted",
                        "  round 2                   ONE_HOP 30, TWO_HOP 10; 25.0 % novel, 60.0 % accepted",
                        "  region                       combinations  through accepted    yield  of round 1  of round 2",
                        "  around Sums                            40       30       16   53.3 %      25.0 %      75.0 %",
                        "  elsewhere                              40       30        2    6.7 %      75.0 %      25.0 %");
        assertThat(String.join("\n", YieldTable.lines(console.terminal(), "r1", false, yields)))
                .containsPattern("1 +ONE_HOP +20 +20 +5 +25\\.0 %\n +1 +TWO_HOP +20 +20 +1 +5\\.0 %\n +2 +ONE_HOP +30");
    }

    private static Plan plan() {
        Interval calls = new Interval(480, 480, 480);
        return new Plan(
                true,
                Basis.EARLIER_RUNS,
                List.of("r1", "r2"),
                List.of(new PlannedKind("TWO_HOP", 1234, 500, 20L, new Interval(180, 210, 245), 80, 0.42)),
                500,
                20L,
                List.of(new PlannedStage("synthesis/write-problem", "writer", calls, calls, calls, null, true)),
                calls,
                calls,
                calls,
                new Interval(600, 750, 3600),
                null,
                null,
                "USD",
                List.of("writer"),
                new Interval(180, 210, 245),
                List.of("Assumed, not measured"),
                "grip run --kinds TWO_HOP --limit 500");
    }
}

package dev.grip.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grip.dataset.ExportReport;
import dev.grip.llm.fleet.ConstraintMode;
import dev.grip.llm.fleet.EndpointReport;
import dev.grip.llm.fleet.Role;
import dev.grip.llm.fleet.ServerLoad;
import dev.grip.pipeline.Funnel;
import dev.grip.pipeline.RunState;
import dev.grip.pipeline.RunStatus;
import dev.grip.seeds.BadLine;
import dev.grip.seeds.ImportReport;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

class TablesTests {

    private static final Funnel FUNNEL = new Funnel(
            298,
            1034,
            981,
            171,
            402,
            Map.of("COMMUNITY", 96L, "ONE_HOP", 402L, "THREE_HOP", 870L, "TWO_HOP", 2310L),
            Map.of("TWO_HOP", 90L, "ONE_HOP", 30L),
            120,
            83,
            83,
            74,
            74,
            true);

    @Test
    void theDemoEndsWithTheFunnelAndThePlaceOfTheDataset() {
        var lines = new DemoReport(new Console().terminal())
                .lines(new DemoReport.Result(FUNNEL, run(RunState.DONE, null), export()));

        assertThat(String.join("\n", lines))
                .isEqualTo(
                        """

                        GRIP demo                                      rehearsal: simulated models, not model output
                          seeds                     298
                          mentions                  1,034     kept 981
                          knowledge points          171
                          edges (KPRG)              402
                          combinations              ONE_HOP 402 · TWO_HOP 2,310 · THREE_HOP 870 · COMMUNITY 96
                          combinations chosen       ONE_HOP 30 · TWO_HOP 90
                          problems                  120       passed 83
                          solutions                 83        passed 74
                          exported                  74

                          dataset   grip-data/exports/demo""");
    }

    @Test
    void theLineOfTheDatasetIsPlainEvenInColour() {
        var lines = new DemoReport(new Console(Ansi.ON, "").terminal())
                .lines(new DemoReport.Result(FUNNEL, run(RunState.DONE, null), export()));

        assertThat(lines).contains("  dataset   grip-data/exports/demo");
    }

    @Test
    void aDemoWhoseRunFailedSaysWhy() {
        var lines = new DemoReport(new Console().terminal())
                .lines(new DemoReport.Result(FUNNEL, run(RunState.FAILED, "no generator"), export()));

        assertThat(lines).contains("  run r1                    failed: no generator");
    }

    @Test
    void realModelsAreNotCalledARehearsal() {
        assertThat(Lines.title(new Console().terminal(), "GRIP demo", false)).isEqualTo("GRIP demo");
    }

    @Test
    void runsStandInColumns() {
        var lines = RunTable.table(
                new Console().terminal(), List.of(run(RunState.DONE, null), run(RunState.RUNNING, null)));

        assertThat(lines)
                .containsExactly(
                        "  run                        state         combinations  problems accepted  started",
                        "  r1                         done            110 of 120       110       74  2026-01-02T03:04:05Z  rehearsal",
                        "  r1                         running         110 of 120       110       74  2026-01-02T03:04:05Z  rehearsal");
    }

    @Test
    void oneRunShowsWhatWentWrong() {
        var lines = RunTable.block(new Console().terminal(), run(RunState.FAILED, "no generator"));

        assertThat(lines)
                .contains("  error                     no generator", "  set aside after errors    10")
                .contains("  state                     failed");
    }

    @Test
    void modelServersStandInColumnsBetweenTheirModelAndTheirRoles() {
        var lines = ServerTable.lines(
                new Console().terminal(),
                List.of(
                        report("strict", "m", "0.30.0", 412_160),
                        report("judge-2", "m", "0.30.0", 412_160),
                        report("other", "n", "0.30.1rc2.dev91+g1", 2e9)));

        assertThat(lines)
                .containsExactly(
                        "Model servers",
                        "    version          context  running/waiting  KV tokens  constraints  state",
                        "  m  http://localhost:8005/v1",
                        "    0.30.0             8,192             12/3    412,160  choice       ready",
                        "      for judge strict, judge-2",
                        "  n  http://localhost:8005/v1",
                        "    0.30.1rc2.dev…     8,192             12/3    2,000 M  choice       ready",
                        "      for judge other")
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(Terminal.NARROW));
    }

    private static EndpointReport report(String judge, String model, String version, double kvTokens) {
        return new EndpointReport(
                Role.JUDGE,
                judge,
                URI.create("http://localhost:8005/v1"),
                model,
                true,
                version,
                List.of(model),
                8192,
                new ServerLoad(12, 3, 0.4, 0, 1_000, kvTokens),
                ConstraintMode.STRUCTURED_OUTPUTS,
                false,
                "");
    }

    @Test
    void aTextIsBrokenBetweenWordsAndAnExampleIsNot() {
        assertThat(Lines.wrapped("one two three\nfour\n  models: {a: b, c: d}", 8))
                .containsExactly("one two", "three", "four", "  models: {a: b, c: d}");
    }

    @Test
    void anImportShowsItsFirstBadLinesAndTheirNumber() {
        var bad = LongStream.rangeClosed(1, 30)
                .mapToObj(line -> new BadLine(line, "not JSON"))
                .toList();

        var lines = ImportLines.of(new ImportReport("a.jsonl", 5, 1, 1200, bad));

        assertThat(lines).hasSize(21).startsWith("a.jsonl, line 1: not JSON").endsWith("... and 1,180 more");
        assertThat(ImportLines.summary(new ImportReport("a.jsonl", 5, 1, 1200, bad)))
                .isEqualTo("5 seeds added, 1 already present, 1,200 lines rejected");
    }

    @Test
    void anImportWithoutBadLinesShowsNone() {
        assertThat(ImportLines.of(new ImportReport("a.jsonl", 5, 1, 0, List.of())))
                .isEmpty();
    }

    private static RunStatus run(RunState state, @Nullable String error) {
        return new RunStatus(
                "r1",
                state,
                true,
                "grip-2025",
                120,
                110,
                110,
                83,
                83,
                74,
                10,
                Instant.parse("2026-01-02T03:04:05.678Z"),
                null,
                error);
    }

    private static ExportReport export() {
        return new ExportReport(Path.of("grip-data/exports/demo"), List.of(), 74, 0, 0, true);
    }
}

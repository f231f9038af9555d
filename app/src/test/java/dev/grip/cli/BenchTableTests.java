package dev.grip.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grip.bench.Measure;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

final class BenchTableTests {

    private static final Measure MISSED = new Measure(
            "1x TWO_HOP beside Cypher",
            0.125,
            "s",
            25.0,
            200.0,
            300.0,
            false,
            "two-hop-cypher-per-start, best of 1; others by trial: two-hop-cypher-pairs 44.0 s, two-hop-cypher-within-two 51.2 s");
    private static final Measure MET = new Measure("100x census of all kinds", 9.5, "s", null, null, 10.0, true, "");
    private static final Measure PLAIN =
            new Measure("100x THREE_HOP", 845_156_886, "combinations", null, null, null, false, "");
    private static final Measure WRONG = new Measure(
            "1x triangles by x: WRONG NUMBER",
            37_902,
            "combinations",
            264_779.0,
            0.143,
            1.0,
            false,
            "kprg says 264,779");

    private final Console console = new Console();

    @Test
    void missesAreMarkedAndCounted() {
        var lines = BenchTable.lines(console.terminal(), "Benchmark", List.of(MISSED, MET, PLAIN, WRONG));

        assertThat(lines).anySatisfy(line -> assertThat(line)
                .containsPattern("1x TWO_HOP beside Cypher +0.125 s +25 +200x +>= 300x +MISSED$"));
        assertThat(lines)
                .anySatisfy(line -> assertThat(line).containsPattern("100x census of all kinds +9.50 s +<= 10 +met$"));
        assertThat(lines).anySatisfy(line -> assertThat(line).containsPattern("THREE_HOP +845,156,886 combinations$"));
        assertThat(lines).anySatisfy(line -> assertThat(line).containsPattern(" 37,902 combinations .* WRONG$"));
        assertThat(lines.get(lines.size() - 1)).isEqualTo("  3 with a target: 1 met, 2 missed");
    }

    @Test
    void noLineIsWiderThanTheTerminalAndNotesAreWrapped() {
        var lines = BenchTable.lines(console.terminal(), "Benchmark", List.of(MISSED, MET, PLAIN));

        assertThat(lines).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(Terminal.WIDTH));
        assertThat(String.join(" ", lines).replaceAll(" +", " ")).contains(MISSED.note());
    }

    @Test
    void aMissIsRedOnATerminal() {
        var lines = BenchTable.lines(new Console(Ansi.ON, "").terminal(), "Benchmark", List.of(MISSED));

        assertThat(String.join("\n", lines)).contains("\u001b[31mMISSED");
    }
}

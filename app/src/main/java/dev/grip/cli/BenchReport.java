package dev.grip.cli;

import dev.grip.bench.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Says the figures of a benchmark as they come: to machines a line each, to people a note each and a table at the end. */
final class BenchReport implements Consumer<Measure> {

    private final Common common;
    private final List<Measure> found = new ArrayList<>();

    BenchReport(Common common) {
        this.common = common;
    }

    @Override
    public void accept(Measure measure) {
        found.add(measure);
        if (common.json()) {
            common.terminal().jsonLine(measure.json());
        } else {
            common.note("  " + BenchTable.line(measure));
        }
    }

    /** The table, and the exit code: failed only when a number that should be exact was not. */
    int end(String title) {
        if (!common.json()) {
            BenchTable.lines(common.terminal(), title, found).forEach(common.terminal()::print);
        }
        return found.stream().anyMatch(Measure::wrong) ? ExitCode.FAILED : ExitCode.OK;
    }
}

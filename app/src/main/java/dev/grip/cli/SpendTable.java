package dev.grip.cli;

import dev.grip.pipeline.spending.Spend;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a run used, as lines of its block. */
final class SpendTable {

    private SpendTable() {}

    static List<String> lines(Terminal terminal, Spend spend) {
        var lines = new ArrayList<String>();
        lines.add(Lines.row(
                "calls",
                String.format(
                        Locale.ROOT,
                        "%-9s tokens read %s, written %s",
                        Lines.count(spend.calls()),
                        Lines.count(spend.promptTokens()),
                        Lines.count(spend.completionTokens()))));
        lines.add(Lines.row("carried out for", Lines.time(spend.seconds())));
        var hours = spend.gpuHours();
        if (hours != null) {
            lines.add(Lines.row("GPU hours", Lines.decimal(hours)));
        }
        lines.add(Lines.row("cost", cost(terminal, spend)));
        lines.addAll(TimeTable.lines(terminal, spend));
        return lines;
    }

    private static String cost(Terminal terminal, Spend spend) {
        var cost = spend.cost();
        return cost == null
                ? terminal.faint("unknown: no price for " + String.join(", ", spend.unpriced()))
                : Lines.decimal(cost) + " " + spend.currency();
    }
}

package dev.grip.cli;

import dev.grip.pipeline.planning.Interval;
import dev.grip.pipeline.planning.Plan;
import dev.grip.pipeline.planning.PlannedKind;
import dev.grip.pipeline.planning.PlannedStage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A plan as lines of text: kinds, stages, sums, and the command that starts the run. */
final class PlanTable {

    private static final String KIND = "  %-10s %11s %11s %13s  %-28s %s";
    private static final String STAGE = "  %-15s %-33s %-23s %s";
    private static final int MODEL = 33;
    private static final int NAMED = 3;

    private PlanTable() {}

    static List<String> lines(Terminal terminal, Plan plan) {
        var lines = new ArrayList<String>();
        lines.add(Lines.title(terminal, "Plan", plan.rehearsal()));
        lines.add(Lines.row("numbers from", basis(plan)));
        lines.add("");
        lines.add(terminal.faint(row(KIND, "kind", "there are", "chosen", "made already", "rows, 95 %", "yield")));
        plan.kinds().forEach(kind -> lines.add(kind(kind)));
        lines.add("");
        lines.add(terminal.faint(row(STAGE, "stage", "model", "calls, 95 %", "tokens read, written")));
        plan.stages().forEach(stage -> lines.add(stage(stage)));
        lines.add("");
        lines.addAll(sums(plan));
        plan.notes().stream()
                .flatMap(note -> Lines.wrapped(note + ".", Terminal.WIDTH - 2).stream())
                .forEach(line -> lines.add("  " + terminal.warned(line)));
        var command = plan.command();
        if (command != null) {
            lines.add("");
            lines.add("  " + terminal.bold(command));
        }
        return lines;
    }

    private static List<String> sums(Plan plan) {
        var lines = new ArrayList<String>();
        lines.add(Lines.row("combinations", Lines.count(plan.combinations())));
        lines.add(Lines.row("calls", range(plan.calls())));
        lines.add(Lines.row("tokens read", range(plan.promptTokens())));
        lines.add(Lines.row("tokens written", range(plan.completionTokens())));
        lines.add(Lines.row("time", time(plan.seconds())));
        var hours = plan.gpuHours();
        if (hours != null) {
            lines.add(Lines.row("GPU hours", decimals(hours)));
        }
        lines.add(Lines.row("cost", cost(plan)));
        lines.add(Lines.row("accepted rows", range(plan.rows())));
        return lines;
    }

    private static String cost(Plan plan) {
        var cost = plan.cost();
        return cost == null
                ? "unknown: no price for " + String.join(", ", plan.unpriced())
                : decimals(cost) + " " + plan.currency();
    }

    private static String basis(Plan plan) {
        return switch (plan.basis()) {
            case EARLIER_RUNS -> Lines.count(plan.runs().size(), "run") + " with this configuration: " + some(plan);
            case PILOT ->
                "a pilot; " + Lines.count(plan.runs().size(), "run") + " in all with this configuration: " + some(plan);
            case ASSUMED -> "assumptions";
        };
    }

    private static String some(Plan plan) {
        var runs = plan.runs();
        return runs.size() <= NAMED
                ? String.join(", ", runs)
                : String.join(", ", runs.subList(0, NAMED)) + " and " + (runs.size() - NAMED) + " more";
    }

    private static String kind(PlannedKind kind) {
        var made = kind.made();
        return row(
                KIND,
                kind.kind(),
                Lines.count(kind.available()),
                Lines.count(kind.chosen()),
                made == null ? "?" : Lines.count(made),
                range(kind.rows()),
                String.format(Locale.ROOT, "%.1f %%", kind.share() * 100)
                        + (kind.seen() == 0 ? " assumed" : " of " + Lines.count(kind.seen())));
    }

    private static String stage(PlannedStage stage) {
        return row(
                STAGE,
                stage.stage().substring(stage.stage().indexOf('/') + 1),
                Lines.shortened(stage.model(), MODEL),
                range(stage.calls()),
                Lines.count(Math.round(stage.promptTokens().expected())) + ", "
                        + Lines.count(Math.round(stage.completionTokens().expected()))
                        + (stage.measured() ? "" : " assumed"));
    }

    private static String row(String format, Object... cells) {
        return String.format(Locale.ROOT, format, cells).stripTrailing();
    }

    /** {@code 210 (180 to 245)}, or one number where it is sure. */
    private static String range(Interval interval) {
        long low = (long) Math.floor(interval.low());
        long high = (long) Math.ceil(interval.high());
        var expected = Lines.count(Math.round(interval.expected()));
        return low == high ? expected : expected + " (" + Lines.count(low) + " to " + Lines.count(high) + ")";
    }

    private static String decimals(Interval interval) {
        return Lines.decimal(interval.expected()) + " (" + Lines.decimal(interval.low()) + " to "
                + Lines.decimal(interval.high()) + ")";
    }

    private static String time(Interval seconds) {
        return Lines.time(seconds.expected()) + " (" + Lines.time(seconds.low()) + " to " + Lines.time(seconds.high())
                + ")";
    }
}

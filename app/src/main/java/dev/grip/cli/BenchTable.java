package dev.grip.cli;

import dev.grip.bench.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The figures of a benchmark as lines of text, each with what it was measured beside, its target and how it was measured. */
final class BenchTable {

    private static final String INDENT = " ".repeat(6);
    private static final int TEXT = Terminal.WIDTH - INDENT.length();

    private BenchTable() {}

    static List<String> lines(Terminal terminal, String title, List<Measure> measures) {
        var lines = new ArrayList<String>();
        lines.add(terminal.bold(title) + "   on "
                + Lines.count(Runtime.getRuntime().availableProcessors(), "processor") + ", Java "
                + Runtime.version().feature());
        lines.add(terminal.faint(row("", "GRIP", "beside", "ratio", "target", "")));
        for (Measure measure : measures) {
            lines.add(row(measure, verdict(terminal, measure)));
            Lines.wrapped(measure.note(), TEXT).forEach(line -> lines.add(terminal.faint(INDENT + line)));
        }
        lines.add(sum(terminal, measures));
        return lines;
    }

    /** One figure in a line of its own, to be shown while others are still measured. */
    static String line(Measure measure) {
        return measure.metric() + ": " + figure(measure.value()) + " " + measure.unit()
                + (measure.ratio() == null ? "" : ", " + times(measure.ratio()));
    }

    private static String row(Measure measure, String verdict) {
        return row(
                measure.metric(),
                figure(measure.value()) + " " + measure.unit(),
                measure.baseline() == null ? "" : figure(measure.baseline()),
                measure.ratio() == null ? "" : times(measure.ratio()),
                target(measure),
                verdict);
    }

    private static String row(
            String metric, String value, String baseline, String ratio, String target, String verdict) {
        return String.format(
                        Locale.ROOT, "  %-32s %26s %9s %8s %10s  %s", metric, value, baseline, ratio, target, verdict)
                .stripTrailing();
    }

    private static String target(Measure measure) {
        if (measure.target() == null) {
            return "";
        }
        return (measure.atMost() ? "<= " : ">= ")
                + (measure.ratio() == null ? figure(measure.target()) : times(measure.target()));
    }

    private static String verdict(Terminal terminal, Measure measure) {
        Boolean met = measure.met();
        if (met == null) {
            return "";
        }
        return met ? terminal.good("met") : terminal.bad(measure.wrong() ? "WRONG" : "MISSED");
    }

    private static String sum(Terminal terminal, List<Measure> measures) {
        long judged = measures.stream().filter(measure -> measure.met() != null).count();
        long missed = measures.stream().filter(BenchTable::missed).count();
        String text = "  " + judged + " with a target: " + (judged - missed) + " met, " + missed + " missed";
        return missed == 0 ? text : terminal.bad(text);
    }

    private static boolean missed(Measure measure) {
        return Boolean.FALSE.equals(measure.met());
    }

    private static String times(double ratio) {
        return figure(ratio) + "x";
    }

    private static String figure(@Nullable Double number) {
        if (number == null || number.isNaN()) {
            return "-";
        }
        double size = Math.abs(number);
        String format = "%.4f";
        if (size >= 1_000 || number == Math.rint(number)) {
            format = "%,.0f";
        } else if (size >= 100) {
            format = "%.0f";
        } else if (size >= 10) {
            format = "%.1f";
        } else if (size >= 1) {
            format = "%.2f";
        } else if (size >= 0.1) {
            format = "%.3f";
        }
        return String.format(Locale.ROOT, format, number);
    }
}

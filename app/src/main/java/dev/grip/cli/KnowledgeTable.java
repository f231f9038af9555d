package dev.grip.cli;

import dev.grip.knowledge.calibration.Calibration;
import dev.grip.knowledge.calibration.NamedPair;
import dev.grip.knowledge.calibration.Outcome;
import dev.grip.knowledge.calibration.Point;
import dev.grip.knowledge.merging.Bounds;
import dev.grip.pipeline.KnowledgeReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The report on the knowledge base as lines of text, at most 80 columns wide. */
final class KnowledgeTable {

    private static final int MOST = 12;

    private final Terminal terminal;

    KnowledgeTable(Terminal terminal) {
        this.terminal = terminal;
    }

    List<String> lines(KnowledgeReport report) {
        var lines = new ArrayList<String>();
        var calibration = report.calibration();
        lines.add(terminal.bold("Embedding model " + calibration.model()));
        lines.addAll(head(report));
        lines.add("");
        lines.addAll(curve(calibration));
        lines.add("");
        lines.addAll(heldOut(calibration));
        lines.add("");
        lines.addAll(pairs("Different, but near", calibration.nearestDistinct()));
        lines.addAll(pairs("The same, but far apart", calibration.farthestSame()));
        var filter = report.filter();
        if (filter != null) {
            lines.add("");
            lines.addAll(new FilterTable(terminal).lines(filter));
        }
        var graph = report.graph();
        lines.add("");
        lines.addAll(
                graph == null
                        ? List.of(terminal.faint("No graph was read."))
                        : new DecisionTable(terminal).lines(graph));
        return lines;
    }

    private List<String> head(KnowledgeReport report) {
        var calibration = report.calibration();
        var rule = calibration.rule();
        var lines = new ArrayList<String>();
        lines.add(Lines.row("dimensions", Lines.count(calibration.dimensions())));
        lines.add(Lines.row(
                "labelled pairs",
                calibration.pairs() + ": " + calibration.same() + " the same, " + calibration.distinct() + " distinct, "
                        + calibration.names() + " names"));
        lines.add(Lines.row("bounds from the curve", bounds(calibration.bounds())));
        lines.add(Lines.row("", "same: " + percent(rule.precision()) + " or more are right,"));
        lines.add(Lines.row("", "distinct: " + percent(rule.lost()) + " or less are lost,"));
        lines.add(Lines.row("", "each with 90 % confidence"));
        lines.add(Lines.row("bounds configured", bounds(report.configured())));
        if (report.otherBounds()) {
            lines.add(Lines.row("", terminal.warned("differs; the setting is knowledge.bounds")));
        }
        return lines;
    }

    private static String bounds(Bounds bounds) {
        return "same " + (bounds.same() > 1 ? "never unasked" : number(bounds.same())) + ", distinct below "
                + number(bounds.distinct());
    }

    private List<String> curve(Calibration calibration) {
        var lines = new ArrayList<String>();
        lines.add("If all pairs at or above a cosine were merged without asking anybody");
        lines.add("(pairs that are hard on purpose: among names as they come, more are right):");
        lines.add(terminal.faint(group("half to choose from", "held-out half", "share of")));
        lines.add(terminal.faint(
                row("cosine", "same", "distinct", "precision", "recall", "precision", "recall", "all pairs")));
        for (var one : calibration.curve()) {
            Point chosen = one.calibration();
            Point held = one.heldOut();
            lines.add(row(
                    number(one.cosine()),
                    Lines.count(chosen.same()),
                    Lines.count(chosen.distinct()),
                    number(chosen.precision()),
                    number(chosen.recall()),
                    number(held.precision()),
                    number(held.recall()),
                    String.format(Locale.ROOT, "%.2f %%", 100 * one.allPairs())));
        }
        return lines;
    }

    private static String group(String first, String second, String third) {
        return String.format(Locale.ROOT, "  %6s %35s %19s %9s", "", first, second, third);
    }

    private static String row(Object... cells) {
        return String.format(Locale.ROOT, "  %6s %6s %9s %10s %7s %11s %7s %9s", cells)
                .stripTrailing();
    }

    private List<String> heldOut(Calibration calibration) {
        var outcome = calibration.heldOut();
        var lines = new ArrayList<String>();
        lines.add("What the bounds from the curve do on the held-out half, " + Lines.count(outcome.pairs(), "pair")
                + ":");
        lines.add(terminal.faint(zone("", "same", "distinct", "share")));
        lines.add(zone("merged unasked", outcome.merged(), outcome));
        lines.add(zone("put to a model", outcome.asked(), outcome));
        lines.add(zone("kept apart unasked", outcome.apart(), outcome));
        lines.add("  precision " + number(outcome.precision()) + " (merged, and the same); recall "
                + number(outcome.recall()) + " (the same, and not lost)");
        lines.addAll(pairs("Merged wrongly", outcome.wrong()));
        lines.addAll(pairs("Lost", outcome.lost()));
        return lines;
    }

    private static String zone(String label, Outcome.Zone zone, Outcome all) {
        double share = all.pairs() == 0 ? 0 : (double) zone.pairs() / all.pairs();
        return zone(label, Lines.count(zone.same()), Lines.count(zone.distinct()), percent(share));
    }

    private static String zone(String label, String same, String distinct, String share) {
        return String.format(Locale.ROOT, "  %-22s %5s %8s %8s", label, same, distinct, share);
    }

    private static List<String> pairs(String title, List<NamedPair> pairs) {
        var lines = new ArrayList<String>();
        lines.add("  " + title + ":" + (pairs.isEmpty() ? " none" : ""));
        for (var pair : pairs.subList(0, Math.min(MOST, pairs.size()))) {
            lines.add("    " + String.format(Locale.ROOT, "%.3f", pair.cosine()) + "  "
                    + Lines.shortened(pair.first() + " ~ " + pair.second(), 69));
        }
        if (pairs.size() > MOST) {
            lines.add("    and " + (pairs.size() - MOST) + " more (--json shows all)");
        }
        return lines;
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }

    private static String number(@Nullable Double value) {
        return value == null ? "-" : String.format(Locale.ROOT, "%.2f", value);
    }
}

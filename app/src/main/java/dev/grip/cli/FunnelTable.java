package dev.grip.cli;

import dev.grip.combinations.Kind;
import dev.grip.pipeline.Funnel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The funnel as lines of text, from seeds to exported rows. */
final class FunnelTable {

    private FunnelTable() {}

    static List<String> lines(Funnel funnel) {
        var lines = new ArrayList<String>();
        lines.add(Lines.row("seeds", Lines.count(funnel.seeds())));
        lines.add(row("mentions", funnel.mentions(), "kept", funnel.mentionsKept()));
        lines.add(Lines.row("knowledge points", Lines.count(funnel.knowledgePoints())));
        lines.add(Lines.row("edges (KPRG)", Lines.count(funnel.edges())));
        lines.add(Lines.row("combinations", kinds(funnel.combinations())));
        lines.add(Lines.row("combinations chosen", kinds(funnel.chosen())));
        lines.add(row("problems", funnel.problems(), "passed", funnel.problemsPassed()));
        lines.add(row("solutions", funnel.solutions(), "passed", funnel.solutionsPassed()));
        lines.add(Lines.row("exported", Lines.count(funnel.exported())));
        return lines;
    }

    private static String row(String label, long all, String word, long some) {
        return Lines.row(label, String.format("%-9s %s %s", Lines.count(all), word, Lines.count(some)));
    }

    private static String kinds(Map<String, Long> counts) {
        var parts = new ArrayList<String>();
        var rest = new TreeMap<>(counts);
        for (var kind : Kind.values()) {
            var count = rest.remove(kind.name());
            if (count != null) {
                parts.add(kind.name() + " " + Lines.count(count));
            }
        }
        rest.forEach((kind, count) -> parts.add(kind + " " + Lines.count(count)));
        return parts.isEmpty() ? "none" : String.join(" · ", parts);
    }
}

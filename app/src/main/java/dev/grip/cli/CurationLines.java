package dev.grip.cli;

import dev.grip.knowledge.curation.Curated;
import dev.grip.knowledge.curation.Curation;
import dev.grip.knowledge.curation.KnowledgePoint;
import dev.grip.knowledge.curation.ProblemMade;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Knowledge points and changes by hand as lines of text. */
final class CurationLines {

    private static final int NAME = 46;
    private static final String COLUMNS = "  %-" + NAME + "s %6s %9s %6s  %s";
    private static final int SHOWN = 10;

    private CurationLines() {}

    /** What was done, its id, the graph after it and, for a ban, the problems it concerns. */
    static List<String> of(Curated curated) {
        var change = curated.curation();
        var graph = curated.graph();
        var lines = new ArrayList<String>();
        lines.addAll(Wrapped.labelled(change.undone() ? "undone" : "done", change.summary()));
        lines.addAll(Wrapped.labelled("change", change.id()));
        lines.addAll(Wrapped.labelled(
                "graph",
                Lines.count(graph.nodes(), "knowledge point") + ", " + Lines.count(graph.edges(), "edge") + ", epoch "
                        + graph.epoch()));
        if (change.action().equals("ban") && !change.undone()) {
            lines.addAll(problems(curated.problems()));
        }
        return lines;
    }

    private static List<String> problems(List<ProblemMade> problems) {
        var exported = problems.stream().filter(ProblemMade::exported).count();
        var passed = problems.stream()
                .filter(problem -> problem.verdict().equals("passed"))
                .count();
        var lines = new ArrayList<>(Wrapped.labelled(
                "made from it",
                problems.isEmpty()
                        ? "no problems"
                        : Lines.count(problems.size(), "problem") + ", " + Lines.count(passed) + " passed, "
                                + Lines.count(exported) + " exported; they stay as they are"));
        problems.stream()
                .limit(SHOWN)
                .forEach(problem -> lines.add(
                        "    " + problem.key() + "  " + problem.verdict() + (problem.exported() ? ", exported" : "")));
        if (problems.size() > SHOWN) {
            lines.add("    and " + Lines.count(problems.size() - SHOWN) + " more (--json lists them all)");
        }
        return lines;
    }

    static List<String> table(Terminal terminal, List<KnowledgePoint> found, int limit) {
        if (found.isEmpty()) {
            return List.of("  none found");
        }
        var lines = new ArrayList<String>();
        lines.add(terminal.faint(String.format(Locale.ROOT, COLUMNS, "name", "seeds", "mentions", "edges", "status")));
        for (var point : found) {
            lines.add(String.format(
                    Locale.ROOT,
                    COLUMNS,
                    Wrapped.cut(point.name(), NAME),
                    Lines.count(point.seeds()),
                    Lines.count(point.mentions()),
                    Lines.count(point.neighbours()),
                    point.status()));
        }
        if (found.size() == limit) {
            lines.add(terminal.faint("  the first " + limit + "; --limit N shows more"));
        }
        return lines;
    }

    static List<String> history(Terminal terminal, List<Curation> changes) {
        if (changes.isEmpty()) {
            return List.of("nothing was changed by hand yet");
        }
        var lines = new ArrayList<String>();
        for (var change : changes) {
            lines.add(terminal.bold(change.id()) + "  " + change.at().truncatedTo(ChronoUnit.SECONDS)
                    + (change.by().isEmpty() ? "" : "  " + change.by())
                    + (change.undone() ? "  " + terminal.warned("undone") : ""));
            lines.addAll(Wrapped.lines(2, change.summary()));
            lines.addAll(Wrapped.lines(4, change.reason()));
        }
        return lines;
    }
}

package dev.grip.cli;

import dev.grip.analysis.EdgeAudit;
import dev.grip.pipeline.KnowledgeAccess;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "audit",
        description =
                "Recomputes every edge from its seeds and shows those that differ (exit code 1), or the seeds behind"
                        + " one edge.",
        sortOptions = false)
final class AuditCommand implements Callable<Integer> {

    private static final int SHOWN = 50;

    @Option(
            names = "--edge",
            arity = "2",
            paramLabel = "KP",
            description = "Two knowledge points, by id or name: shows the seeds that need both.")
    private List<String> edge = List.of();

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Common common;

    @Override
    public Integer call() {
        Usage.require(edge.isEmpty() || edge.size() == 2, "--edge takes two knowledge points, once");
        try (var session = common.open()) {
            var knowledge = session.grip().knowledge();
            return edge.isEmpty() ? all(knowledge) : one(knowledge);
        }
    }

    private int all(KnowledgeAccess knowledge) {
        var terminal = common.terminal();
        var report = knowledge.auditEdges();
        if (common.json()) {
            terminal.json(report);
        } else if (report.agrees()) {
            terminal.print("all " + Lines.count(report.edges(), "edge") + " agree with their seeds");
        } else {
            terminal.print(terminal.bad(Lines.count(report.differences().size(), "edge") + " of "
                    + Lines.count(report.edges()) + " stored differ from their seeds; 'grip graph build' mends them"));
            report.differences().stream().limit(SHOWN).forEach(this::show);
        }
        return report.agrees() ? ExitCode.OK : ExitCode.FAILED;
    }

    private int one(KnowledgeAccess knowledge) {
        var terminal = common.terminal();
        var found = knowledge.auditEdge(edge.get(0), edge.get(1));
        if (common.json()) {
            terminal.json(found);
        } else {
            terminal.print(Lines.count(found.seeds().size(), "seed") + " behind "
                    + (found.differences().isEmpty() ? "the edge, as its weight says" : "it"));
            found.differences().forEach(this::show);
            found.seeds().forEach(seed -> terminal.print("  " + Wrapped.cut(row(seed), Wrapped.WIDTH - 2)));
        }
        return found.differences().isEmpty() ? ExitCode.OK : ExitCode.FAILED;
    }

    private static String row(EdgeAudit.SeedBehind seed) {
        var first = seed.first();
        var second = seed.second();
        return seed.id() + (first == null || second == null ? "" : "   '" + first + "' and '" + second + "'");
    }

    private void show(EdgeAudit.Difference difference) {
        var weight = difference.weight();
        Wrapped.lines(
                        2,
                        difference.trouble() + ": weight " + (weight == null ? "none" : weight) + ", "
                                + Lines.count(difference.seeds(), "seed") + ": '" + difference.firstName() + "' and '"
                                + difference.secondName() + "'")
                .forEach(common.terminal()::print);
    }
}

package dev.grip.cli;

import java.util.List;
import java.util.stream.Collectors;

/** The story of a knowledge point: why its mentions are one, why others are not, where it comes from and what it led to. */
final class KnowledgePointLines {

    /** What the title has room for beside what simulated models add to it. */
    private static final int NAME = 31;

    private final TraceLines lines;

    KnowledgePointLines(TraceLines lines) {
        this.lines = lines;
    }

    void add(Story point) {
        var mentions = point.parts("mentions");
        lines.title(
                "Knowledge point '" + Wrapped.cut(point.text("name"), NAME) + "'",
                mentions.stream().anyMatch(mention -> mention.is("rehearsal")));
        if (point.text("name").length() > NAME) {
            lines.row("name", point.text("name"));
        }
        lines.row("id", point.text("id"));
        lines.row("status", point.text("status") + (point.text("reason").isEmpty() ? "" : ": " + point.text("reason")));
        lines.optional("part of", point.part("mergedInto").text("name"));
        lines.optional("earlier names", String.join(", ", point.texts("aliases")));
        lines.optional("holds", names(point.parts("absorbed")));
        mentions(mentions);
        evidence(point);
        refusals(point);
        seeds(point.part("seeds"));
        edges(point.part("edges"));
        curations(point.parts("curations"));
        problems(point.part("problems"));
    }

    private static String names(List<Story> points) {
        return points.stream().map(point -> point.text("name")).collect(Collectors.joining(", "));
    }

    private void mentions(List<Story> mentions) {
        lines.heading("Mentions", mentions.size());
        for (var mention : mentions) {
            lines.text(2, mention.text("text"));
            lines.row("  seeds", Lines.count(mention.number("seeds")));
            lines.row("  verdict", TraceLines.said(mention));
        }
    }

    private void evidence(Story point) {
        var pairs = point.parts("evidence");
        lines.heading("Why these are one", pairs.size());
        for (var pair : pairs) {
            lines.text(2, pair.text("first") + "  =  " + pair.text("second"));
            lines.row("  " + pair.text("verdict"), because(pair));
        }
    }

    private void refusals(Story point) {
        var pairs = point.parts("refusals");
        if (pairs.isEmpty()) {
            return;
        }
        lines.heading("Near ones that are others", pairs.size());
        for (var pair : pairs) {
            lines.text(2, pair.text("mention") + "  |  " + pair.text("other") + other(pair));
            lines.row("  " + pair.text("verdict"), because(pair));
        }
    }

    private static String other(Story pair) {
        var point = pair.text("knowledgePoint");
        return point.isEmpty() || point.equals(pair.text("other")) ? "" : " (of '" + point + "')";
    }

    private static String because(Story pair) {
        var person = pair.text("decidedBy").equals("person") && !pair.text("by").isEmpty();
        var who = "by " + pair.text("decidedBy") + (person ? " (" + pair.text("by") + ")" : "");
        var decided = pair.text("decidedBy").equals("cosine") ? " " : ", cosine ";
        var cosine = pair.has("score") ? decided + pair.score("score") : "";
        return who + cosine + (pair.text("reason").isEmpty() ? "" : ": " + pair.text("reason"));
    }

    private void seeds(Story seeds) {
        lines.heading("Seeds that require it", seeds.number("count"));
        for (var seed : seeds.parts("first")) {
            lines.line("    %s", Wrapped.cut(seed.text("id") + "  " + seed.text("problem"), Wrapped.WIDTH - 4));
        }
        lines.more(seeds.number("count"), seeds.parts("first").size());
    }

    private void edges(Story edges) {
        lines.heading("Edges, by the number of seeds that need both", edges.number("count"));
        for (var edge : edges.parts("first")) {
            lines.line("    %4s  %s", edge.text("weight"), Wrapped.cut(edge.text("name"), Wrapped.WIDTH - 10));
        }
        lines.more(edges.number("count"), edges.parts("first").size());
    }

    private void curations(List<Story> curations) {
        if (curations.isEmpty()) {
            return;
        }
        lines.heading("Changes by hand", curations.size());
        for (var change : curations) {
            lines.text(2, change.text("summary") + (change.is("undone") ? " (undone)" : ""));
            lines.row("  " + (change.text("by").isEmpty() ? "change" : change.text("by")), change.text("id"));
            lines.optional("  reason", change.text("reason"));
        }
    }

    private void problems(Story problems) {
        lines.heading("Problems made from it", problems.number("count"));
        if (problems.number("count") > 0) {
            lines.line("    %d passed, %d exported", problems.number("passed"), problems.number("exported"));
        }
        problems.parts("first").forEach(lines::problemRow);
        lines.more(problems.number("count"), problems.parts("first").size());
    }
}

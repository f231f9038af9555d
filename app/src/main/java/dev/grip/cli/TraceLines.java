package dev.grip.cli;

import dev.grip.analysis.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The story of one thing as lines of 80 columns. */
final class TraceLines {

    private final Terminal terminal;
    private final List<String> lines = new ArrayList<>();

    TraceLines(Terminal terminal) {
        this.terminal = terminal;
    }

    /** With {@code prompts} those of a problem are written out. */
    List<String> of(Trace trace, boolean prompts) {
        var story = new Story(trace.story());
        switch (trace.kind()) {
            case "knowledge point" -> new KnowledgePointLines(this).add(story);
            case "seed" -> seed(story);
            case "combination" -> {
                title("Combination " + story.text("key"), false);
                combination(story);
                knowledgePoints(story);
                heading("Problems made from it", story.parts("problems").size());
                story.parts("problems").forEach(this::problemRow);
            }
            default -> {
                problem(story, trace);
                new PromptLines(this).add(trace.asked(), prompts);
            }
        }
        return lines;
    }

    void title(String title, boolean rehearsal) {
        lines.add(terminal.bold(title) + (rehearsal ? "  " + terminal.warned("rehearsal: simulated models") : ""));
    }

    void heading(String title, long number) {
        lines.add("");
        lines.add(terminal.bold(title) + terminal.faint("  " + Lines.count(number)));
    }

    void row(String label, String text) {
        lines.addAll(Wrapped.labelled(label, text));
    }

    /** A row only when there is something to say. */
    void optional(String label, String text) {
        if (!text.isEmpty()) {
            row(label, text);
        }
    }

    void line(String format, Object... values) {
        lines.add(String.format(Locale.ROOT, format, values).stripTrailing());
    }

    void text(int indent, String text) {
        lines.addAll(Wrapped.lines(indent, text));
    }

    /** How many of a long list were left out. */
    void more(long all, int shown) {
        if (all > shown) {
            lines.add(terminal.faint("    and " + Lines.count(all - shown) + " more (--limit N shows more)"));
        }
    }

    void problemRow(Story problem) {
        line(
                "    %s  %-10s %s",
                problem.text("key"), problem.text("verdict"), problem.has("score") ? problem.score("score") : "");
    }

    private void problem(Story story, Trace trace) {
        title((trace.kind().equals("solution") ? "Solution " : "Problem ") + trace.id(), story.is("rehearsal"));
        if (trace.kind().equals("solution")) {
            row("of problem", story.text("key"));
        }
        row("run", story.text("run"));
        row("verdict", (story.text("verdict") + " " + story.score("score")).strip());
        optional("difficulty", story.text("difficulty") + by(story.text("rater")));
        row("written by", origin(story.part("generator")));
        optional("trouble", story.text("trouble"));
        text(4, story.text("text"));
        combination(story.part("combination"));
        knowledgePoints(story);
        votes("Votes on the problem", story, "score");
        for (var solution : story.parts("solutions")) {
            lines.add("");
            title("Solution " + solution.text("key"), false);
            row("verdict", solution.text("verdict"));
            optional("export", solution.text("export"));
            row("solved by", origin(solution.part("solver")));
            optional("answer", solution.text("answer"));
            optional("trouble", solution.text("trouble"));
            text(4, solution.text("text"));
            votes("Votes on the solution", solution, "approved");
        }
    }

    private static String by(String model) {
        return model.isEmpty() ? "" : ", by " + model;
    }

    /** Model, prompt and version. */
    static String origin(Story made) {
        var prompt = made.text("prompt");
        return made.text("model") + (prompt.isEmpty() ? "" : ", " + prompt + " v" + made.text("promptVersion"));
    }

    private void votes(String title, Story story, String value) {
        heading(title, story.parts("votes").size());
        for (var vote : story.parts("votes")) {
            line(
                    "    %-7s %s",
                    value.equals("score") ? vote.score(value) : vote.text(value),
                    Wrapped.cut(origin(vote), Wrapped.WIDTH - 12));
            text(12, vote.text("explanation"));
        }
    }

    private void combination(Story combination) {
        row(
                "combination",
                combination.text("kind") + ", distance " + combination.text("distance") + ", weight "
                        + combination.text("weight") + ", " + combination.text("key"));
    }

    private void knowledgePoints(Story story) {
        heading("Knowledge points", story.parts("knowledgePoints").size());
        for (var point : story.parts("knowledgePoints")) {
            var status = point.text("status").equals("active") ? "" : " (" + point.text("status") + ")";
            text(2, point.text("name") + status);
            optional("  now part of", point.part("mergedInto").text("name"));
            row("  id", point.text("id"));
            row("  seeds", Lines.count(point.number("seeds")));
            for (var seed : point.parts("first")) {
                line("      %s", Wrapped.cut(seed.text("id") + called(seed), Wrapped.WIDTH - 6));
            }
            more(point.number("seeds"), point.parts("first").size());
        }
    }

    private static String called(Story seed) {
        var mentions = seed.parts("mentions");
        return mentions.isEmpty()
                ? ""
                : "  as '" + mentions.get(0).text("text") + "'"
                        + by(mentions.get(0).text("model"));
    }

    private void seed(Story seed) {
        title("Seed " + seed.text("id"), false);
        optional("source", seed.text("source"));
        optional("subject", seed.text("subject"));
        row("extraction", seed.text("extraction"));
        text(4, seed.text("problem"));
        optional("answer", seed.text("answer"));
        heading("Mentions", seed.parts("mentions").size());
        for (var mention : seed.parts("mentions")) {
            text(2, mention.text("text"));
            row("  read by", origin(mention.part("extractor")));
            row("  verdict", said(mention));
            var point = mention.part("knowledgePoint");
            if (point.has("id")) {
                var status = point.text("status").equals("active") ? "" : " (" + point.text("status") + ")";
                row("  names", point.text("name") + status + ", " + point.text("id"));
            }
        }
        var problems = seed.part("problems");
        heading("Problems from its knowledge points", problems.number("count"));
        problems.parts("first").forEach(this::problemRow);
        more(problems.number("count"), problems.parts("first").size());
    }

    /** A verdict, who gave it and why. */
    static String said(Story mention) {
        var verdict = mention.has("verdict") ? mention.text("verdict") : "waits for its verdict";
        return verdict
                + by(mention.text("decidedBy"))
                + (mention.text("reason").isEmpty() ? "" : ": " + mention.text("reason"));
    }
}

package dev.grip.cli;

import dev.grip.analysis.AskedPrompt;
import dev.grip.analysis.AskedStep;
import dev.grip.llm.ChatMessage;
import java.util.List;
import java.util.stream.Collectors;

/** Prompts as models got them. Their lines are not wrapped, because line breaks are a part of what a model reads. */
final class PromptLines {

    private final TraceLines lines;

    PromptLines(TraceLines lines) {
        this.lines = lines;
    }

    /** All of them, or only that they can be had. */
    void add(List<AskedPrompt> asked, boolean whole) {
        lines.heading("Prompts as the models got them", asked.size());
        if (!whole) {
            lines.text(4, "--prompts shows them");
            return;
        }
        asked.forEach(this::add);
    }

    private void add(AskedPrompt asked) {
        lines.line("");
        lines.line("  %s: %s v%d", words(asked.step()), asked.prompt(), asked.version());
        lines.row("asked", asked.calls().stream().map(AskedPrompt.Call::model).collect(Collectors.joining(", ")));
        String note = asked.note();
        lines.optional("note", note == null ? "" : note);
        for (ChatMessage message : asked.messages()) {
            lines.line("  [%s]", message.role());
            message.content().lines().forEach(line -> lines.line("    %s", line));
        }
    }

    private static String words(AskedStep step) {
        return switch (step) {
            case WRITING -> "Writing the problem";
            case JUDGING_PROBLEM -> "Judging the problem";
            case RATING -> "Rating its difficulty";
            case SOLVING -> "Solving it";
            case JUDGING_SOLUTION -> "Judging the solution";
        };
    }
}

package dev.grip.cli;

import dev.grip.pipeline.runs.RunState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** How single things look in a line of text. */
final class Lines {

    private static final int LABEL = 25;

    private Lines() {}

    /** A number with its thousands apart: 1,034. */
    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** A number with its noun, which gets an s unless there is one. */
    static String count(long number, String noun) {
        return count(number) + " " + noun + (number == 1 ? "" : "s");
    }

    /** A labelled line of a block: two spaces, the label, the value in its column. */
    static String row(String label, String value) {
        return String.format(Locale.ROOT, "  %-" + LABEL + "s %s", label, value).stripTrailing();
    }

    /** A text of at most {@code most} characters; a longer one ends in three dots. */
    static String shortened(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 3).stripTrailing() + "...";
    }

    /**
     * A text in lines of at most {@code width} characters, broken between words; a longer word has a line of its own, and a line
     * that begins with spaces, such as one of an example, is left as it is.
     */
    static List<String> wrapped(String text, int width) {
        return text.lines()
                .flatMap(line -> line.startsWith(" ") ? Stream.of(line) : broken(line, width).stream())
                .toList();
    }

    private static List<String> broken(String text, int width) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (line.length() > 0 && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    static String stage(Terminal terminal, String stage, String summary) {
        return terminal.good("done") + "  " + stage + ": " + summary;
    }

    static String state(Terminal terminal, RunState state) {
        return switch (state) {
            case DONE -> terminal.good(state.word());
            case FAILED, CANCELLED -> terminal.bad(state.word());
            case PLANNED, RUNNING, PAUSING, PAUSED, CANCELLING -> state.word();
        };
    }

    /** What stands beside every title over data of simulated models. */
    static String title(Terminal terminal, String title, boolean rehearsal) {
        if (!rehearsal) {
            return terminal.bold(title);
        }
        var warning = "rehearsal: simulated models, not model output";
        var gap = " ".repeat(Math.max(2, Terminal.WIDTH - 8 - title.length() - warning.length()));
        return terminal.bold(title) + gap + terminal.warned(warning);
    }
}

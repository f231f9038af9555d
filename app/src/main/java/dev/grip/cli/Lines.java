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

    /** A number with at least two digits that say something: 1,204, 3.72, 0.00031. */
    static String decimal(double number) {
        double size = Math.abs(number);
        if (size >= 100 || size == 0) {
            return String.format(Locale.ROOT, "%,.0f", number);
        }
        var digits = size >= 1 ? 2 : Math.min(9, 1 - (int) Math.floor(Math.log10(size)));
        return String.format(Locale.ROOT, "%." + digits + "f", number);
    }

    /** So many seconds in the two units that say most: 45 s, 12 min 30 s, 3 h 20 min, 4 d 6 h. */
    static String time(double seconds) {
        if (seconds < 10) {
            return String.format(Locale.ROOT, "%.1f s", seconds);
        }
        long all = Math.round(seconds);
        if (all < 60) {
            return all + " s";
        }
        if (all < 3600) {
            return all / 60 + " min " + all % 60 + " s";
        }
        return all < 86_400
                ? all / 3600 + " h " + all % 3600 / 60 + " min"
                : count(all / 86_400) + " d " + all % 86_400 / 3600 + " h";
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

package dev.grip.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Texts of unknown length in lines of 80 columns. */
final class Wrapped {

    static final int WIDTH = 80;

    private Wrapped() {}

    /** The text cut to a column's width, with dots for the rest, in one line whatever it holds. */
    static String cut(String text, int width) {
        var line = text.replaceAll("[\\p{Cc}\\p{Z}]+", " ").strip();
        return line.length() <= width ? line : line.substring(0, width - 3).stripTrailing() + "...";
    }

    /** The text in lines that begin at a column; a word longer than a line is broken. */
    static List<String> lines(int indent, String text) {
        var room = WIDTH - indent;
        var lines = new ArrayList<String>();
        var rest = text.replaceAll("[\\p{Cc}\\p{Z}]+", " ").strip();
        while (rest.length() > room) {
            var end = rest.lastIndexOf(' ', room);
            var at = end <= 0 ? room : end;
            lines.add(" ".repeat(indent) + rest.substring(0, at).strip());
            rest = rest.substring(at).strip();
        }
        if (!rest.isEmpty()) {
            lines.add(" ".repeat(indent) + rest);
        }
        return lines;
    }

    /** A label in a column of its own, the text beside it and, in further lines, below. */
    static List<String> labelled(String label, String text) {
        var column = 18;
        var lines = new ArrayList<>(lines(column, text.isEmpty() ? "-" : text));
        var first = String.format(
                Locale.ROOT, "  %-" + (column - 2) + "s%s", label, lines.get(0).strip());
        lines.set(0, first);
        return lines;
    }
}

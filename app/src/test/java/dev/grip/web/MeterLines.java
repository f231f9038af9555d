package dev.grip.web;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the lines of Prometheus' text format that {@link RehearsedRun} is behind. */
final class MeterLines {

    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"([^\"]*)\"");

    private MeterLines() {}

    /** Other tests of the same process may have asked other models. */
    static boolean ofThisRun(String line) {
        return line.contains("model=\"rehearsal/") && !line.contains("model=\"rehearsal/tested\"");
    }

    static List<String> ofThisRun(String text, String name) {
        return text.lines()
                .filter(line -> line.startsWith(name + "{"))
                .filter(MeterLines::ofThisRun)
                .toList();
    }

    static Set<String> labels(String line) {
        return LABEL.matcher(line)
                .results()
                .map(label -> label.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static @Nullable String labelled(String line, String name) {
        return LABEL.matcher(line)
                .results()
                .filter(label -> label.group(1).equals(name))
                .map((MatchResult label) -> label.group(2))
                .findFirst()
                .orElse(null);
    }

    static double value(String line) {
        return Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
    }
}

package dev.grip.rehearsal.content;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** What in a solved problem hints at which knowledge point, special before general, from {@code /rehearsal/reading-rules.txt}. */
record ReadingRules(List<Rule> rules) {

    private static final String PATH = "/rehearsal/reading-rules.txt";

    /** Any of the hints, each of which may need several words at once; and the names to write, the usual one first. */
    record Rule(List<List<String>> hints, List<String> names) {

        boolean fits(String signs) {
            return hints.stream().anyMatch(hint -> hint.stream().allMatch(signs::contains));
        }

        /** An operation that nearly every solution has. */
        boolean general() {
            return hints.stream()
                    .allMatch(hint -> hint.size() == 1 && hint.get(0).startsWith(" op:"));
        }

        private static Rule of(String line) {
            int bar = line.indexOf('|');
            return new Rule(
                    Pattern.compile(",")
                            .splitAsStream(line.substring(0, bar))
                            .map(Rule::hint)
                            .toList(),
                    Pattern.compile(";")
                            .splitAsStream(line.substring(bar + 1))
                            .map(String::strip)
                            .toList());
        }

        private static List<String> hint(String words) {
            return Pattern.compile("&")
                    .splitAsStream(words)
                    .map(word -> " " + word.strip().replace('_', ' '))
                    .toList();
        }
    }

    static ReadingRules load() {
        try (InputStream in = ReadingRules.class.getResourceAsStream(PATH)) {
            if (in == null) {
                throw new IllegalStateException("No " + PATH + " on the class path");
            }
            List<Rule> rules = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Rule::of)
                    .toList();
            return new ReadingRules(rules);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + PATH, e);
        }
    }

    List<Rule> fitting(String problem, String solution) {
        String signs = Signs.of(problem, solution);
        return rules.stream().filter(rule -> rule.fits(signs)).toList();
    }
}

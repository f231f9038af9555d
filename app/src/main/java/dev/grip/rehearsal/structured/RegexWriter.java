package dev.grip.rehearsal.structured;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Writes a text of a regular expression that says what was said freely, if the expression has such a text. */
final class RegexWriter {

    private static final Pattern PARTING = Pattern.compile("[^\\p{L}\\p{N}.+-]+");
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d[\\d.]*");
    /** Up to this cost an expression is searched for a place that fits a value. */
    private static final int SEARCHED = 500;

    private static final Set<String> VERDICTS =
            Set.of("true", "false", "yes", "no", "correct", "incorrect", "low", "medium", "high");

    private final Regex regex;
    private final Chance chance;

    RegexWriter(Regex regex, Chance chance) {
        this.regex = regex;
        this.chance = chance;
    }

    String write(FreeAnswer said) {
        for (String whole : List.of(said.text(), said.text().strip(), said.lastLine())) {
            if (regex.matches(whole)) {
                return whole;
            }
        }
        for (String spelling : Spellings.all(said)) {
            Optional<String> placed = regex.matches(spelling) ? Optional.of(spelling) : around(spelling);
            if (placed.isPresent()) {
                return placed.get();
            }
        }
        RegexDraft draft = RegexDraft.random(chance);
        regex.write(draft);
        return draft.text();
    }

    private Optional<String> around(String value) {
        List<String> found = new ArrayList<>();
        if (!value.isEmpty() && regex.cost() <= SEARCHED) {
            regex.place(
                    value, RegexDraft.brief(chance), placed -> says(placed.text(), value) && found.add(placed.text()));
        }
        return found.stream().findFirst();
    }

    /** Whether the last verdict or number of the text, which a reader goes by, is this value. */
    private static boolean says(String text, String value) {
        return PARTING.splitAsStream(text)
                .map(RegexWriter::withoutDots)
                .filter(word -> NUMBER.matcher(word).matches() || VERDICTS.contains(word.toLowerCase(Locale.ROOT)))
                .reduce((before, word) -> word)
                .map(value::equals)
                .orElse(true);
    }

    private static String withoutDots(String word) {
        return word.endsWith(".") ? word.substring(0, word.length() - 1) : word;
    }
}

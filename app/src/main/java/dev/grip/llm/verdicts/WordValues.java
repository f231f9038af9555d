package dev.grip.llm.verdicts;

import dev.grip.llm.Constraint;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One of a few words; case does not matter, and neither does what stands between the parts of {@code too_detailed}. */
final class WordValues<V> implements VerdictValues<V> {

    private final List<String> words;
    private final Function<String, V> meaning;

    WordValues(List<String> words, Function<String, V> meaning) {
        this.words = List.copyOf(words);
        this.meaning = meaning;
    }

    @Override
    public String pattern() {
        return words.stream().map(word -> word.replace("_", "[ _-]")).collect(Collectors.joining("|", "(", ")"));
    }

    @Override
    public Reading<V> read(String value, @Nullable String scale) {
        String plain = value.strip().replaceAll("[ -]", "_").toLowerCase(Locale.ROOT);
        return words.stream()
                .filter(word -> word.toLowerCase(Locale.ROOT).equals(plain))
                .findFirst()
                .map(word -> Reading.of(meaning.apply(word), Reading.LINE))
                .orElseGet(() -> Reading.none(Reading.OUT_OF_RANGE));
    }

    @Override
    public Constraint constraint(String field) {
        return new Constraint.Choice(field, words);
    }

    @Override
    public String wanted() {
        String last = words.get(words.size() - 1);
        return String.join(", ", words.subList(0, words.size() - 1)) + " or " + last;
    }
}

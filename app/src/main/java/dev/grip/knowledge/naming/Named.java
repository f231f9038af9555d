package dev.grip.knowledge.naming;

import dev.grip.knowledge.mentions.Mention;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A KP with its name, who chose it (null: nobody) and the mentions that name it. */
record Named(String id, String name, boolean active, @Nullable String namedBy, List<Alias> aliases) {

    /** More would not help a model to choose, and a mention can be a whole text. */
    private static final int MOST = 20;

    private static final int LONGEST = 200;

    /** A mention's text, how many seeds carry it, and whether a file gave it. */
    record Alias(String text, long seeds, boolean given) {}

    /** Whether a model is to choose a name: nobody has, no file has, and there is something to choose from. */
    boolean waits() {
        return active
                && namedBy == null
                && aliases.stream().noneMatch(Alias::given)
                && aliases.stream()
                                .map(alias -> Mention.normal(alias.text()))
                                .distinct()
                                .count()
                        > 1;
    }

    /** One a line, those that most seeds carry first. */
    String list() {
        return aliases.stream()
                .sorted(Comparator.comparingLong((Alias alias) -> -alias.seeds())
                        .thenComparing(alias -> alias.text().length())
                        .thenComparing(Alias::text))
                .map(alias -> "- " + line(alias.text()))
                .distinct()
                .limit(MOST)
                .collect(Collectors.joining("\n"));
    }

    private static String line(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST);
    }
}

package dev.grip.rehearsal.structured;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which part of what was said goes into which property of an object: the verdict into what can take it as it is, or else
 * into what it can be converted to; into texts the explanation, unless they are named as the verdict's.
 */
final class PropertyRoles {

    private static final FreeAnswer NOTHING = FreeAnswer.plain("");
    private static final Pattern PARTING = Pattern.compile("[^\\p{L}]+|(?<=\\p{Ll})(?=\\p{Lu})");
    private static final Set<String> VERDICT_NAMES = Set.of(
            "verdict",
            "answer",
            "result",
            "value",
            "label",
            "level",
            "rating",
            "score",
            "difficulty",
            "decision",
            "choice");

    private final FreeAnswer said;
    private final List<String> texts;
    private final boolean exact;
    private final boolean homeless;

    PropertyRoles(Map<String, Schema> properties, FreeAnswer said) {
        this.said = said;
        this.texts = properties.entrySet().stream()
                .filter(one -> isText(one.getValue(), said))
                .map(Map.Entry::getKey)
                .toList();
        int best = properties.entrySet().stream()
                .filter(one -> !texts.contains(one.getKey()))
                .mapToInt(one -> Affinity.of(one.getValue(), said))
                .max()
                .orElse(0);
        this.exact = best == Affinity.EXACT;
        this.homeless = best == 0 && texts.stream().noneMatch(this::namesVerdict);
    }

    /** What to say in a property. */
    FreeAnswer of(String name, Schema schema) {
        if (!texts.contains(name)) {
            return !exact || Affinity.of(schema, said) == Affinity.EXACT ? said : NOTHING;
        }
        boolean last = name.equals(texts.get(texts.size() - 1));
        if (namesVerdict(name) || (homeless && last && texts.size() > 1)) {
            return said;
        }
        return homeless && last ? FreeAnswer.plain(said.text()) : said.reason();
    }

    private static boolean isText(Schema schema, FreeAnswer said) {
        return schema.values() == null && schema.branches().isEmpty() && Affinity.type(schema, said) == JsonType.STRING;
    }

    private boolean namesVerdict(String name) {
        String last = lastWord(name);
        return VERDICT_NAMES.contains(last) || last.equals(lastWord(said.label()));
    }

    private static String lastWord(String name) {
        String[] words = PARTING.split(name, -1);
        return Arrays.stream(words)
                .filter(word -> !word.isEmpty())
                .reduce("", (before, word) -> word)
                .toLowerCase(Locale.ROOT);
    }
}

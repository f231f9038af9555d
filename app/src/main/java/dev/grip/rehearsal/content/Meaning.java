package dev.grip.rehearsal.content;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The core of a name: its words without fillers, cut to stems, synonyms made one. Equal cores mean the same. */
record Meaning(Set<String> core) {

    private static final Set<String> FILLERS = Set.of(
            "a",
            "an",
            "the",
            "of",
            "in",
            "to",
            "for",
            "and",
            "with",
            "using",
            "by",
            "on",
            "or",
            "as",
            "about",
            "number",
            "quantity",
            "value",
            "amount",
            "concept",
            "basic",
            "simple",
            "several",
            "calculat",
            "comput",
            "find",
            "determin",
            "understand",
            "apply",
            "work",
            "perform",
            "solv",
            "problem",
            "operat",
            "valu",
            "skill");
    private static final Map<String, String> SYNONYMS = Map.of(
            "mean", "averag",
            "multiplicat", "multiply",
            "addit", "add",
            "sum", "add",
            "summat", "add",
            "divis", "divid",
            "convers", "convert",
            "percentag", "percent",
            "halv", "half");
    private static final List<String> PLURALS = List.of("es", "s");
    private static final List<String> ENDINGS = List.of("ing", "ion", "e");
    private static final Pattern PARTING = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int SHORTEST_STEM = 3;

    static Meaning of(String name) {
        Set<String> core = new TreeSet<>();
        Set<String> all = new TreeSet<>();
        PARTING.splitAsStream(name.toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .forEach(word -> {
                    String stem = stem(word);
                    all.add(stem);
                    if (!FILLERS.contains(stem) && !FILLERS.contains(word)) {
                        core.add(SYNONYMS.getOrDefault(stem, stem));
                    }
                });
        return new Meaning(core.isEmpty() ? all : core);
    }

    private static String stem(String word) {
        if (word.endsWith("ies") && word.length() > 5) {
            return word.substring(0, word.length() - 3) + 'y';
        }
        return without(ENDINGS, without(PLURALS, word));
    }

    private static String without(List<String> endings, String word) {
        for (String ending : endings) {
            if (word.endsWith(ending) && word.length() - ending.length() >= SHORTEST_STEM && !word.endsWith("ss")) {
                return word.substring(0, word.length() - ending.length());
            }
        }
        return word;
    }
}

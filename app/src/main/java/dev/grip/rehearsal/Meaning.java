package dev.grip.rehearsal;

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
            "operation",
            "skill");
    private static final Map<String, String> SYNONYMS = Map.ofEntries(
            Map.entry("mean", "average"),
            Map.entry("multiplicat", "multiply"),
            Map.entry("subtract", "subtract"),
            Map.entry("addit", "add"),
            Map.entry("sum", "add"),
            Map.entry("summat", "add"),
            Map.entry("divis", "divide"),
            Map.entry("divid", "divide"),
            Map.entry("convers", "convert"),
            Map.entry("percentage", "percent"),
            Map.entry("halv", "half"),
            Map.entry("estimat", "estimate"),
            Map.entry("scal", "scale"),
            Map.entry("shar", "share"),
            Map.entry("sav", "save"));
    private static final List<String> ENDINGS = List.of("ing", "ion", "ies", "es", "s", "e");
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
        String stem = word;
        for (String ending : ENDINGS) {
            if (stem.endsWith(ending) && stem.length() - ending.length() >= SHORTEST_STEM && !stem.endsWith("ss")) {
                stem = stem.substring(0, stem.length() - ending.length());
            }
        }
        return stem;
    }
}

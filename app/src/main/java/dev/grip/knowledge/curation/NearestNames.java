package dev.grip.knowledge.curation;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The names most like a mistyped one, by the share of letter pairs they have in common (Dice), at least 0.4. */
final class NearestNames {

    private static final double LEAST = 0.4;
    private static final int MOST = 3;

    private NearestNames() {}

    /** Up to three of {@code names}, nearest first. */
    static List<String> of(String wanted, List<String> names) {
        Set<String> pairs = pairs(wanted);
        Map<String, Double> likeness =
                names.stream().distinct().collect(Collectors.toMap(name -> name, name -> likeness(pairs, pairs(name))));
        return likeness.entrySet().stream()
                .filter(entry -> entry.getValue() >= LEAST)
                .sorted(Comparator.comparing((Map.Entry<String, Double> entry) -> -entry.getValue())
                        .thenComparing(Map.Entry::getKey))
                .limit(MOST)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static double likeness(Set<String> one, Set<String> other) {
        long common = one.stream().filter(other::contains).count();
        return 2.0 * common / Math.max(1, one.size() + other.size());
    }

    /** The pairs of neighbouring letters, with a blank before and after, so that one letter is something too. */
    private static Set<String> pairs(String text) {
        String padded = " " + text.strip().toLowerCase(Locale.ROOT) + " ";
        Set<String> pairs = new HashSet<>();
        for (int i = 0; i + 2 <= Math.min(padded.length(), 500); i++) {
            pairs.add(padded.substring(i, i + 2));
        }
        return pairs;
    }
}

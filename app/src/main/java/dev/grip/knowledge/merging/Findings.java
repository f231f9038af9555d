package dev.grip.knowledge.merging;

import dev.grip.knowledge.mentions.Mention;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What persons and models found out about pairs of mentions before, persons first and then the nearest. */
final class Findings {

    private static final Comparator<Finding> STRONGEST_FIRST = Comparator.comparing((Finding one) -> !one.byPerson())
            .thenComparing(one -> -one.score())
            .thenComparing(Finding::first)
            .thenComparing(Finding::second);

    private final List<Finding> all;
    private final Map<String, Set<String>> keptApart = new HashMap<>();

    Findings(Collection<Finding> findings) {
        all = findings.stream().sorted(STRONGEST_FIRST).toList();
        all.stream().filter(one -> one.byPerson() && !one.same()).forEach(one -> {
            keptApart.computeIfAbsent(one.first(), key -> new HashSet<>()).add(one.second());
            keptApart.computeIfAbsent(one.second(), key -> new HashSet<>()).add(one.first());
        });
    }

    List<Finding> all() {
        return all;
    }

    /** Whether a build left pairs open that there are questions for now. */
    boolean open(int questionsPerMention) {
        return all.stream().anyMatch(one -> one.open(questionsPerMention));
    }

    /** Whether a person said that one of these mentions is distinct from one of those. */
    boolean keptApart(Collection<Mention> these, Collection<Mention> those) {
        return !keptApart.isEmpty()
                && these.stream()
                        .map(one -> keptApart.getOrDefault(one.key(), Set.of()))
                        .anyMatch(apart -> those.stream().anyMatch(other -> apart.contains(other.key())));
    }
}

package dev.grip.rehearsal.content;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Names a class by the one of its names that has the fewest words, then the shortest, then by the alphabet. */
final class NamingStage implements Stage {

    private static final Comparator<String> PLAINEST = Comparator.comparingInt(
                    (String name) -> name.split("\\s+").length)
            .thenComparingInt(String::length)
            .thenComparing(name -> name);

    @Override
    public String answer(Map<String, String> inputs, Conversation conversation) {
        List<String> names = Stage.input(inputs, "names")
                .lines()
                .map(line -> line.strip().replaceFirst("^-\\s+", ""))
                .filter(name -> !name.isEmpty())
                .toList();
        // In quotes: a name is no verdict in one word, which faults of judges would exchange for another.
        return names.stream()
                .min(PLAINEST)
                .map(name -> "Reason: It is the plainest of " + names.size() + " names.\nName: \"" + name + '"')
                .orElse("There are no names.");
    }
}

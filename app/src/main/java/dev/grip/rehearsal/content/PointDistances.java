package dev.grip.rehearsal.content;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How far apart knowledge points lie, estimated from their names alone: names with the same core are one node, two nodes
 * that some problem needs together are one step apart, and more than two steps count as three. Where a name is unknown,
 * names that share a word are one step apart and others two.
 */
final class PointDistances {

    static final int FARTHEST = 3;
    private static final int UNKNOWN = 2;

    private final Map<Meaning, Set<Meaning>> neighbours = new HashMap<>();

    /** Each list holds the names that one problem needs together. */
    PointDistances(Collection<List<String>> together) {
        for (List<String> names : together) {
            List<Meaning> nodes = names.stream().map(Meaning::of).toList();
            for (Meaning node : nodes) {
                neighbours.computeIfAbsent(node, one -> new HashSet<>()).addAll(nodes);
            }
        }
    }

    /** The distance of the farthest two of these names, from 1 (also for a single name) to 3. */
    int farthest(List<String> names) {
        List<Meaning> nodes = names.stream().map(Meaning::of).toList();
        int farthest = 1;
        for (int i = 1; i < nodes.size(); i++) {
            for (int j = 0; j < i; j++) {
                farthest = Math.max(farthest, between(nodes.get(i), nodes.get(j)));
            }
        }
        return farthest;
    }

    private int between(Meaning first, Meaning second) {
        Set<Meaning> around = neighbours.getOrDefault(first, Set.of());
        Set<Meaning> beyond = neighbours.getOrDefault(second, Set.of());
        if (first.equals(second) || around.contains(second)) {
            return 1;
        }
        if (around.isEmpty() || beyond.isEmpty()) {
            return Collections.disjoint(first.core(), second.core()) ? UNKNOWN : 1;
        }
        return Collections.disjoint(around, beyond) ? FARTHEST : 2;
    }
}

package dev.grip.knowledge.merging;

import dev.grip.knowledge.neighbours.Pair;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Spellings, how near every two are, and the near pairs, nearest first: all at the lower bound and above if {@code complete}, otherwise
 * those with each one's nearest.
 */
record Near(List<Spelling> spellings, Cosines cosines, List<Pair> pairs, boolean complete) {

    /** The near pairs and those that a model found the same however far apart they are. */
    Iterable<Pair> with(Findings findings) {
        Map<String, Integer> places = places();
        List<Pair> known = new ArrayList<>();
        for (Finding one : findings.all()) {
            Integer first = places.get(one.first());
            Integer second = places.get(one.second());
            if (one.same() && first != null && second != null && !first.equals(second)) {
                int smaller = Math.min(first, second);
                int larger = Math.max(first, second);
                known.add(new Pair(smaller, larger, cosines.of(smaller, larger)));
            }
        }
        known.sort(Pair.NEAREST_FIRST);
        return () -> new Merged(pairs.iterator(), known.iterator());
    }

    /** The position of each mention's spelling, by the mention's key. */
    Map<String, Integer> places() {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < spellings.size(); i++) {
            int place = i;
            spellings.get(i).mentions().forEach(mention -> places.put(mention.key(), place));
        }
        return places;
    }

    /** Two iterations that are nearest first, as one. */
    private static final class Merged implements Iterator<Pair> {
        private final List<Iterator<Pair>> sources;
        private final List<Pair> heads = new ArrayList<>();

        Merged(Iterator<Pair> one, Iterator<Pair> other) {
            sources = new ArrayList<>(List.of(one, other));
            sources.removeIf(source -> !source.hasNext());
            sources.forEach(source -> heads.add(source.next()));
        }

        @Override
        public boolean hasNext() {
            return !heads.isEmpty();
        }

        @Override
        public Pair next() {
            boolean second = heads.size() > 1 && Pair.NEAREST_FIRST.compare(heads.get(1), heads.get(0)) < 0;
            int from = second ? 1 : 0;
            Pair next = heads.get(from);
            if (sources.get(from).hasNext()) {
                heads.set(from, sources.get(from).next());
            } else {
                heads.remove(from);
                sources.remove(from);
            }
            return next;
        }
    }
}

package dev.grip.knowledge.neighbours;

import java.util.AbstractList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What a search found: all pairs at or above {@code same}, and each mention's nearest below it. Immutable; packed, twelve bytes a
 * pair, so that lists of pairs are views. The same whatever the number of threads; ties stand by position.
 */
public final class Neighbours {

    private final FoundLists lists;
    private final @Nullable Counts counts;
    private final @Nullable Recall recall;

    /** The number of all pairs at or above the bound, and how all pairs' cosines are spread. */
    record Counts(long above, CosineHistogram histogram) {}

    private Neighbours(FoundLists lists, @Nullable Counts counts, @Nullable Recall recall) {
        this.lists = lists;
        this.counts = counts;
        this.recall = recall;
    }

    static Neighbours exact(FoundLists lists, Counts counts) {
        return new Neighbours(lists, counts, null);
    }

    static Neighbours indexed(FoundLists lists, Recall recall) {
        return new Neighbours(lists, null, recall);
    }

    public int mentions() {
        return lists.mentions();
    }

    public Reach reach() {
        return lists.reach();
    }

    /** All of {@link #same} and those among the nearest of at least one of their two, nearest first. */
    public List<Pair> pairs() {
        return lists.pairs();
    }

    /** All pairs at or above {@code same}, or with the index those it found; nearest first. */
    public List<Pair> same() {
        return lists.same();
    }

    /** A mention's at most k nearest from the bound up to below {@code same}, nearest first. */
    public List<Pair> nearest(int mention) {
        long[] entries = lists.nearest(mention);
        return new AbstractList<>() {
            @Override
            public Pair get(int index) {
                int other = NearestLists.neighbour(entries[index]);
                double score = NearestLists.score(entries[index]);
                return new Pair(Math.min(mention, other), Math.max(mention, other), score);
            }

            @Override
            public int size() {
                return entries.length;
            }
        };
    }

    /** How many of all pairs, whatever the filter says, are at or above the bound; empty when found by the index. */
    public OptionalLong above() {
        return counts == null ? OptionalLong.empty() : OptionalLong.of(counts.above());
    }

    /** The cosines of all pairs, whatever the filter says; empty when found by the index. */
    public Optional<CosineHistogram> histogram() {
        return Optional.ofNullable(counts).map(Counts::histogram);
    }

    /** What the index found of what is there, measured; empty when the search was exact. */
    public Optional<Recall> recall() {
        return Optional.ofNullable(recall);
    }
}

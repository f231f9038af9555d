package dev.grip.knowledge.neighbours;

/** The pairs a search found, and of each mention its nearest as entries of {@link NearestLists}. Immutable. */
final class FoundLists {

    private final Reach reach;
    private final long[][] nearest;
    private final PackedPairs same;
    private final PackedPairs pairs;

    FoundLists(int mentions, Reach reach, NearestLists found, PairBuffer sameFound) {
        this.reach = reach;
        this.nearest = new long[mentions][];
        this.same = PackedPairs.of(sameFound);
        PairBuffer all = new PairBuffer();
        same.addTo(all);
        for (int i = 0; i < mentions; i++) {
            nearest[i] = found.of(i);
            for (long entry : nearest[i]) {
                int j = NearestLists.neighbour(entry);
                all.add(Math.min(i, j), Math.max(i, j), NearestLists.score(entry));
            }
        }
        this.pairs = PackedPairs.of(all);
    }

    Reach reach() {
        return reach;
    }

    int mentions() {
        return nearest.length;
    }

    /** Nearest first. */
    long[] nearest(int mention) {
        return nearest[mention];
    }

    PackedPairs same() {
        return same;
    }

    PackedPairs pairs() {
        return pairs;
    }
}

package dev.grip.knowledge.neighbours;

import java.util.List;

/** What an index proposed, mention by mention, scored exactly and kept as far as it is looked for. */
final class Proposals {

    /** A search for few neighbours walks only little of the index's graph and misses some. */
    private static final int LEAST = 64;

    private static final int MOST = 4096;
    private static final int GROWTH = 4;

    private final Vectors vectors;
    private final Reach reach;
    private final PairFilter filter;
    private final NearestLists nearest;
    private final PairBuffer same = new PairBuffer();
    private final int[] answers;
    private final float[] farthest;

    Proposals(Vectors vectors, Reach reach, PairFilter filter) {
        this.vectors = vectors;
        this.reach = reach;
        this.filter = filter;
        this.nearest = new NearestLists(vectors.size(), reach.k());
        this.answers = new int[vectors.size()];
        this.farthest = new float[vectors.size()];
    }

    Vectors vectors() {
        return vectors;
    }

    /** How many neighbours to ask for first, the mention itself among them. */
    int first() {
        return Math.min(MOST, Math.max(LEAST, GROWTH * reach.k()));
    }

    int more(int most) {
        return Math.min(MOST, GROWTH * most);
    }

    /** Takes the answer about one mention instead of an earlier, shorter one. */
    void add(int mention, List<Integer> neighbours) {
        nearest.clear(mention);
        answers[mention] = neighbours.size();
        farthest[mention] = 1;
        for (int neighbour : neighbours) {
            if (neighbour != mention) {
                add(mention, neighbour, vectors.score(mention, neighbour));
            }
        }
    }

    private void add(int mention, int neighbour, float score) {
        farthest[mention] = Math.min(farthest[mention], score);
        int first = Math.min(mention, neighbour);
        int second = Math.max(mention, neighbour);
        if (score < reach.lowest() || !filter.accepts(first, second)) {
            return;
        }
        if (score >= reach.lowestSame()) {
            same.add(first, second, score);
        } else {
            nearest.offer(mention, neighbour, score);
        }
    }

    /** Whether an answer of this length may have been cut off before all that is looked for. */
    boolean open(int mention, int asked) {
        boolean cut = answers[mention] >= asked && farthest[mention] >= reach.lowest();
        boolean wanting = farthest[mention] >= reach.lowestSame() || nearest.of(mention).length < reach.k();
        return cut && wanting && asked < MOST;
    }

    FoundLists lists() {
        return new FoundLists(vectors.size(), reach, nearest, same);
    }
}

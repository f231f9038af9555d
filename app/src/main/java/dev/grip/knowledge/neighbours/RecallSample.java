package dev.grip.knowledge.neighbours;

/** Mentions spread evenly over all, and how many of what is looked for each of them really has: computed exactly. */
final class RecallSample {

    private static final int SIZE = 1000;

    private final Vectors vectors;
    private final Reach reach;
    private final PairFilter filter;
    private final int[] positions;
    private final NearestLists nearest;
    private final int[] same;

    private RecallSample(Vectors vectors, Reach reach, PairFilter filter) {
        this.vectors = vectors;
        this.reach = reach;
        this.filter = filter;
        this.positions = new int[Math.min(SIZE, vectors.size())];
        for (int i = 0; i < positions.length; i++) {
            positions[i] = (int) ((long) i * vectors.size() / positions.length);
        }
        this.nearest = new NearestLists(positions.length, reach.k());
        this.same = new int[positions.length];
    }

    static RecallSample of(Vectors vectors, Reach reach, PairFilter filter) {
        var sample = new RecallSample(vectors, reach, filter);
        sample.compare();
        return sample;
    }

    private void compare() {
        Vectors chosen = vectors.at(positions);
        Strip strip = new Strip();
        for (int block = 0; block < vectors.blocks(); block++) {
            for (int from = 0; from < positions.length; from += Strip.ROWS) {
                Interruption.check();
                strip.multiply(chosen.block(from / Vectors.BLOCK), from % Vectors.BLOCK, vectors.block(block));
                scan(strip, from, block);
            }
        }
    }

    private void scan(Strip strip, int from, int block) {
        int to = Math.min(positions.length, from + Strip.ROWS);
        for (int i = from; i < to; i++) {
            float[] scores = strip.row(i - from);
            for (int j = 0; j < vectors.filled(block); j++) {
                if (scores[j] >= reach.lowest()) {
                    keep(i, block * Vectors.BLOCK + j, Math.min(scores[j], 1));
                }
            }
        }
    }

    private void keep(int index, int neighbour, float score) {
        int mention = positions[index];
        if (neighbour == mention || !filter.accepts(Math.min(mention, neighbour), Math.max(mention, neighbour))) {
            return;
        }
        if (score >= reach.lowestSame()) {
            same[index]++;
        } else {
            nearest.offer(index, neighbour, score);
        }
    }

    /** Of equally near ones any may be found: which of them stand last in a list means nothing. */
    Recall measure(FoundLists found) {
        int[] sameFound = new int[vectors.size()];
        for (Pair pair : found.same()) {
            sameFound[pair.first()]++;
            sameFound[pair.second()]++;
        }
        long there = 0;
        long hits = 0;
        for (int i = 0; i < positions.length; i++) {
            long[] exact = nearest.of(i);
            there += same[i] + exact.length;
            hits += sameFound[positions[i]] + asNear(found.nearest(positions[i]), exact);
        }
        return new Recall(positions.length, reach.k(), there == 0 ? 1 : (double) hits / there);
    }

    private static int asNear(long[] found, long[] exact) {
        if (exact.length == 0) {
            return 0;
        }
        float last = NearestLists.score(exact[exact.length - 1]);
        int hits = 0;
        for (long entry : found) {
            hits += NearestLists.score(entry) >= last ? 1 : 0;
        }
        return hits;
    }
}

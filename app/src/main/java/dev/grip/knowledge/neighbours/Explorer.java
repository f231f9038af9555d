package dev.grip.knowledge.neighbours;

import dev.grip.knowledge.neighbours.Tiles.Tile;

/** One thread of an exact search: multiplies tile after tile and keeps of each what the search is for. */
final class Explorer implements Runnable {

    private final Exploration shared;
    private final float lowest;
    private final float lowestSame;
    private final Strip strip = new Strip();
    private final PairBuffer same = new PairBuffer();
    private final long[] steps = new long[CosineHistogram.STEPS];
    private long above;

    Explorer(Exploration shared) {
        this.shared = shared;
        this.lowest = shared.reach().lowest();
        this.lowestSame = shared.reach().lowestSame();
    }

    @Override
    public void run() {
        for (Tile tile = shared.tiles().next();
                tile != null;
                tile = shared.tiles().next()) {
            explore(tile);
            shared.tiles().done(tile);
        }
    }

    private void explore(Tile tile) {
        float[][] rows = shared.vectors().block(tile.row());
        float[][] columns = shared.vectors().block(tile.column());
        int filled = shared.vectors().filled(tile.row());
        for (int from = 0; from < filled; from += Strip.ROWS) {
            shared.checkStopped();
            strip.multiply(rows, from, columns);
            int before = same.size();
            synchronized (shared.lock(tile.row())) {
                synchronized (shared.lock(tile.column())) {
                    scan(tile, from, Math.min(filled, from + Strip.ROWS));
                }
            }
            shared.count(same.size() - before);
        }
    }

    private void scan(Tile tile, int from, int to) {
        int firstColumn = tile.column() * Vectors.BLOCK;
        int columns = shared.vectors().filled(tile.column());
        for (int row = from; row < to; row++) {
            int begin = tile.diagonal() ? row + 1 : 0;
            scan(strip.row(row - from), begin, columns, tile.row() * Vectors.BLOCK + row, firstColumn);
        }
    }

    private void scan(float[] scores, int begin, int end, int first, int firstColumn) {
        for (int j = begin; j < end; j++) {
            float score = scores[j];
            steps[CosineHistogram.step(score)]++;
            if (score >= lowest) {
                keep(first, firstColumn + j, Math.min(score, 1));
            }
        }
    }

    private void keep(int first, int second, float score) {
        above++;
        if (!shared.filter().accepts(first, second)) {
            return;
        }
        if (score >= lowestSame) {
            same.add(first, second, score);
            return;
        }
        shared.nearest().offer(first, second, score);
        shared.nearest().offer(second, first, score);
    }

    long above() {
        return above;
    }

    void addTo(PairBuffer all) {
        all.addAll(same);
    }

    void addTo(long[] histogram) {
        for (int i = 0; i < steps.length; i++) {
            histogram[i] += steps[i];
        }
    }
}

package dev.grip.knowledge.neighbours;

import org.jspecify.annotations.Nullable;

/**
 * Hands out the pairs of blocks on and above the diagonal, one diagonal after the other, so that threads seldom need the same block
 * at the same time, and says how far they are. Thread-safe.
 */
final class Tiles {

    private final Vectors vectors;
    private final Progress progress;
    private final long total;
    private int row;
    private int distance;
    private long done;

    /** Two blocks, by number with {@code row <= column}. */
    record Tile(int row, int column) {

        boolean diagonal() {
            return row == column;
        }
    }

    Tiles(Vectors vectors, Progress progress) {
        this.vectors = vectors;
        this.progress = progress;
        long size = vectors.size();
        this.total = size * (size - 1) / 2;
    }

    /** The next one; null after the last. */
    synchronized @Nullable Tile next() {
        if (row + distance >= vectors.blocks()) {
            row = 0;
            distance++;
        }
        return distance >= vectors.blocks() ? null : new Tile(row, row++ + distance);
    }

    synchronized void done(Tile tile) {
        long rows = vectors.filled(tile.row);
        done += tile.diagonal() ? rows * (rows - 1) / 2 : rows * vectors.filled(tile.column);
        progress.at(done, total);
    }
}

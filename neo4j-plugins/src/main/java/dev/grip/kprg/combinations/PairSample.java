package dev.grip.kprg.combinations;

/** A sample of pairs that have been drawn already. */
final class PairSample implements Sample, Combination {

    private final Kind kind;
    private final long[] pairs;
    private final int[] weights;
    private int current = -1;

    /** Takes over both: each pair as {@code smaller << 32 | larger}, ascending, and its weight. */
    PairSample(Kind kind, long[] pairs, int[] weights) {
        this.kind = kind;
        this.pairs = pairs;
        this.weights = weights;
    }

    @Override
    public boolean next() {
        current++;
        return current < pairs.length;
    }

    @Override
    public Combination combination() {
        return this;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public int size() {
        return 2;
    }

    @Override
    public int member(int i) {
        return (int) (i == 0 ? pairs[current] >>> Integer.SIZE : pairs[current]);
    }

    @Override
    public int weight() {
        return weights[current];
    }

    @Override
    public int copy() {
        return 0;
    }
}

package dev.grip.kprg.combinations;

/** A lister whose units are small enough to be listed at once. */
abstract class Pairs implements Lister {

    private int unit;
    private int second;
    private boolean listed = true;

    @Override
    public final void open(int newUnit, int newSecond) {
        unit = newUnit;
        second = Math.max(newSecond, newUnit + 1);
        listed = false;
    }

    @Override
    public final boolean fill(Rows rows) {
        rows.clear();
        if (listed) {
            return false;
        }
        listed = true;
        list(unit, second, rows);
        return true;
    }

    /** Adds the pairs of {@code a} with {@code second} and all larger ones, ascending. */
    abstract void list(int a, int second, Rows rows);
}

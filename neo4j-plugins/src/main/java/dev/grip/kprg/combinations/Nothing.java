package dev.grip.kprg.combinations;

/** Where a walk stands before its first part. */
final class Nothing implements Lister {

    @Override
    public void open(int unit, int second) {}

    @Override
    public boolean fill(Rows rows) {
        rows.clear();
        return false;
    }
}

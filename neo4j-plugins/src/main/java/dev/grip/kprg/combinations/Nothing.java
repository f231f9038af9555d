package dev.grip.kprg.combinations;

/** Where a walk stands before its first part. */
final class Nothing implements Lister {

    @Override
    public int size() {
        return 0;
    }

    @Override
    public int units() {
        return 0;
    }

    @Override
    public int unitOf(Position position) {
        return -1;
    }

    @Override
    public void list(int unit, Rows rows) {}
}

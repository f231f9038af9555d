package dev.grip.kprg.combinations;

/**
 * Lists the combinations of one kind and size unit by unit. A unit is a smallest member; units and the rows in them
 * ascend, so that the whole is in order. For use by one thread.
 */
interface Lister {

    /**
     * Begins a unit.
     *
     * @param second combinations with a smaller second member are left out
     */
    void open(int unit, int second);

    /** Replaces the rows by the next of the open unit, maybe none yet; false when there are no more. */
    boolean fill(Rows rows);
}

package dev.grip.kprg.combinations;

/**
 * Lists the combinations of one kind and size unit by unit. A unit is what shards and cursors cut at: a smallest member,
 * or an edge between the two smallest. Units and the rows in them ascend, so that the whole is in order.
 */
interface Lister {

    int size();

    int units();

    /** The unit of a combination, negative when there can be none with these members. */
    int unitOf(Position position);

    /** Adds the combinations of a unit, members ascending. */
    void list(int unit, Rows rows);
}

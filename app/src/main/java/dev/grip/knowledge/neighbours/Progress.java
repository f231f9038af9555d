package dev.grip.knowledge.neighbours;

/** Hears how far a search is; called by one thread at a time, with numbers that only grow. */
@FunctionalInterface
public interface Progress {

    Progress NONE = (done, total) -> {};

    /** How many pairs of all have been compared, or with the index, how many mentions of all have been asked for. */
    void at(long done, long total);
}

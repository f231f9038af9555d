package dev.grip.kprg.combinations;

/** Some knowledge points that may become a problem together, by their indexes. */
public interface Combination {

    Kind kind();

    /** The number of its members. */
    int size();

    /** The i-th member, ascending. */
    int member(int i);

    /** The weight of the edge, of the widest path or of the lightest edge, as the kind has it. */
    int weight();

    /** Where it stands in the order of all. */
    Position position();
}

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

    /** How many times it came before, when ONE_HOP pairs are repeated by weight. */
    int copy();
}

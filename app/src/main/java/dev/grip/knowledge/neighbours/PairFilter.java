package dev.grip.knowledge.neighbours;

/**
 * Which pairs may be found, such as only undecided ones. Called from several threads at once, with {@code first < second} and only
 * for pairs at or above the bound; must always say the same of the same pair.
 */
@FunctionalInterface
public interface PairFilter {

    PairFilter ALL = (first, second) -> true;

    boolean accepts(int first, int second);
}

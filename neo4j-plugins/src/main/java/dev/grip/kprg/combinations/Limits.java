package dev.grip.kprg.combinations;

import dev.grip.kprg.projection.KprgGraph;

/**
 * What the filters of a selection mean in one graph. Indexes fall with the degree, so a bound on degrees is a bound on
 * indexes.
 *
 * @param first the first index of a degree no higher than allowed
 * @param core the number of core knowledge points, which are the first
 * @param explicit the lowest level of an edge in a ONE_HOP or COMMUNITY combination
 * @param implicit the lowest level of an edge on the path of an implicit pair
 * @param repeat whether a ONE_HOP pair counts as often as its weight says
 */
record Limits(int first, int core, int explicit, int implicit, boolean repeat) {

    static Limits of(Selection selection, KprgGraph graph) {
        int tooHigh = selection.maxDegree() == Integer.MAX_VALUE ? 0 : graph.ofDegree(selection.maxDegree() + 1);
        return new Limits(
                tooHigh,
                selection.core().count(graph),
                graph.levelOf(selection.minWeight()),
                graph.levelOf(selection.minImplicitWeight()),
                selection.repeatByWeight());
    }

    /** The same without the filters by degree and weight. */
    Limits unfiltered() {
        return new Limits(0, core, 0, 0, repeat);
    }
}

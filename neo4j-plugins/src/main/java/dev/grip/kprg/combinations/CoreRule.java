package dev.grip.kprg.combinations;

import dev.grip.kprg.projection.KprgGraph;

/**
 * Which knowledge points are core: those of highest degree, counted in the whole graph. Of two with the same degree the
 * one with the smaller id comes first.
 */
public sealed interface CoreRule {

    /** The published method's tenth of the knowledge points. */
    static CoreRule published() {
        return new Share(0.1);
    }

    /** How many knowledge points are core; those of highest degree are the first of a graph. */
    int count(KprgGraph graph);

    /** The {@code n} highest. */
    record Top(int n) implements CoreRule {
        @Override
        public int count(KprgGraph graph) {
            return Math.min(n, graph.nodes());
        }
    }

    /** A share of all knowledge points from 0 to 1, rounded down but at least one. */
    record Share(double share) implements CoreRule {

        // Keeps 0.29 of 100 at 29, which the product of the two doubles misses by a hair.
        private static final double ROUNDING = 1e-9;

        @Override
        public int count(KprgGraph graph) {
            int rounded = (int) Math.floor(share * graph.nodes() + ROUNDING);
            return Math.min(Math.max(1, rounded), graph.nodes());
        }
    }

    /** All of at least this degree, be it none. */
    record MinDegree(int degree) implements CoreRule {
        @Override
        public int count(KprgGraph graph) {
            return graph.ofDegree(degree);
        }
    }
}

package dev.grip.knowledge.merging;

/** How near two texts are, by position: the cosine of their vectors, the same for (i, j) and (j, i). */
@FunctionalInterface
interface Cosines {

    double of(int i, int j);
}

package dev.grip.kprg.combinations;

import dev.grip.kprg.projection.KprgGraph;
import dev.grip.kprg.projection.SeedIndex;

/** Tells the combinations no seed has: those whose knowledge points are not all required by any single seed. */
final class Novelty {

    private final SeedIndex seeds;

    Novelty(KprgGraph graph) {
        this.seeds = graph.seeds();
    }

    boolean isNovel(Walk walk) {
        int rarest = rarest(walk);
        for (int slot = seeds.begin(rarest); slot < seeds.end(rarest); slot++) {
            if (requiresAll(seeds.seed(slot), walk)) {
                return false;
            }
        }
        return true;
    }

    private int rarest(Walk walk) {
        int rarest = walk.member(0);
        for (int i = 1; i < walk.size(); i++) {
            if (seeds.count(walk.member(i)) < seeds.count(rarest)) {
                rarest = walk.member(i);
            }
        }
        return rarest;
    }

    private boolean requiresAll(int seed, Walk walk) {
        for (int i = 0; i < walk.size(); i++) {
            if (!seeds.requires(seed, walk.member(i))) {
                return false;
            }
        }
        return true;
    }
}

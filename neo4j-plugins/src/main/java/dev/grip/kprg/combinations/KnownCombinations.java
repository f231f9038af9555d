package dev.grip.kprg.combinations;

import dev.grip.kprg.projection.KprgGraph;
import dev.grip.kprg.projection.SeedIndex;
import java.util.Arrays;

/**
 * Counts the combinations of a part that are not novel, those some single seed has: what the seeds have is looked through,
 * not what the graph has. For use by one thread.
 */
final class KnownCombinations {

    private final KprgGraph graph;
    private final SeedSets sets;
    private final Part part;
    private final Limits limits;
    private final Lister lister;
    private final Rows rows;
    private final int[] members;
    private long[] found = new long[64];
    private int count;

    KnownCombinations(KprgGraph graph, SeedSets sets, Part part, Limits limits) {
        this.graph = graph;
        this.sets = sets;
        this.part = part;
        this.limits = limits;
        this.lister = part.lister(graph, limits);
        this.rows = new Rows(part.size());
        this.members = new int[part.size()];
    }

    /** How many there are with this smallest member. */
    long count(int unit) {
        count = 0;
        members[0] = unit;
        SeedIndex seeds = graph.seeds();
        for (int slot = seeds.begin(unit); slot < seeds.end(unit); slot++) {
            int seed = seeds.seed(slot);
            choose(sets.after(seed, unit), sets.end(seed), part.size() - 1, 0);
        }
        Arrays.sort(found, 0, count);
        long known = 0;
        for (int i = 0; i < count; i++) {
            if (i == 0 || found[i] != found[i - 1]) {
                known += copies(found[i]);
            }
        }
        return known;
    }

    /** Notes every choice of so many members, as the digits of one number. */
    private void choose(int from, int end, int wanted, long chosen) {
        if (wanted == 0) {
            keep(chosen);
            return;
        }
        for (int place = from; place <= end - wanted; place++) {
            long longer = Math.addExact(Math.multiplyExact(chosen, (long) graph.nodes()), sets.required(place));
            choose(place + 1, end, wanted - 1, longer);
        }
    }

    private void keep(long chosen) {
        if (count == found.length) {
            found = Arrays.copyOf(found, 2 * count);
        }
        found[count++] = chosen;
    }

    /** How often the selection has the chosen members: mostly once or not at all. */
    private long copies(long chosen) {
        long rest = chosen;
        for (int i = members.length - 1; i > 0; i--) {
            members[i] = (int) (rest % graph.nodes());
            rest /= graph.nodes();
        }
        return switch (part.kind()) {
            case ONE_HOP -> ofEdge();
            case TWO_HOP, THREE_HOP -> isImplicit() ? 1 : 0;
            case COMMUNITY -> isClique() ? 1 : 0;
        };
    }

    private long ofEdge() {
        int slot = graph.slot(members[0], members[1]);
        if (slot < 0 || graph.level(slot) < limits.explicit()) {
            return 0;
        }
        return limits.repeat() ? graph.weight(slot) : 1;
    }

    /** After a build no seed has an implicit pair; requirements and edges changed by hand may have led to some. */
    private boolean isImplicit() {
        if (graph.slot(members[0], members[1]) >= 0) {
            return false;
        }
        lister.open(members[0], members[1]);
        return lister.fill(rows) && rows.count() > 0 && rows.member(0, 1) == members[1];
    }

    private boolean isClique() {
        for (int i = 0; i < members.length; i++) {
            for (int j = i + 1; j < members.length; j++) {
                int slot = graph.slot(members[i], members[j]);
                if (slot < 0 || graph.level(slot) < limits.explicit()) {
                    return false;
                }
            }
        }
        return true;
    }
}

package dev.grip.pipeline.runs;

import dev.grip.combinations.Kind;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Shares rounds out among kinds, and the share of each kind among its regions, both by what came of them so far. At least
 * {@code novelty} of every round is not ONE_HOP as long as there is any. What an arm cannot give, others do.
 */
final class Sharing {

    private final double novelty;
    private final Allocation<Kind> kinds;
    private final Map<Kind, Allocation<Arm>> regions = new EnumMap<>(Kind.class);

    Sharing(double novelty, long seed) {
        this.novelty = novelty;
        this.kinds = new Allocation<>(Sharing::novel, seed);
        for (Kind kind : Kind.values()) {
            regions.put(
                    kind, new Allocation<>(arm -> true, 31 * seed + kind.name().hashCode()));
        }
    }

    /** Where combinations are taken from. */
    interface Supply {

        /** Arms that may have more, in an order that is always the same. */
        Set<Arm> open();

        /** Takes so many, or all that are left; gives how many. */
        int take(Arm arm, int wanted);
    }

    /** Takes {@code size} combinations, or all that are left, for the round with this number. */
    void fill(int round, int size, Map<Arm, Allocation.Seen> seen, Supply supply) {
        int left = size;
        int novel = 0;
        while (left > 0 && !supply.open().isEmpty()) {
            double floor = Math.min(1, Math.max(0, (novelty * size - novel) / left));
            for (Map.Entry<Kind, Integer> share :
                    kinds.of(round, left, kinds(seen, supply), floor).entrySet()) {
                int taken = fill(round, share, seen, supply);
                left -= taken;
                novel += novel(share.getKey()) ? taken : 0;
            }
        }
    }

    private int fill(int round, Map.Entry<Kind, Integer> share, Map<Arm, Allocation.Seen> seen, Supply supply) {
        int left = share.getValue();
        Map<Arm, Allocation.Seen> open = arms(share.getKey(), seen, supply);
        while (left > 0 && !open.isEmpty()) {
            Map<Arm, Integer> parts =
                    Objects.requireNonNull(regions.get(share.getKey())).of(round, left, open, 0);
            for (Map.Entry<Arm, Integer> part : parts.entrySet()) {
                left -= part.getValue() == 0 ? 0 : supply.take(part.getKey(), part.getValue());
            }
            open = arms(share.getKey(), seen, supply);
        }
        return share.getValue() - left;
    }

    private static Map<Arm, Allocation.Seen> arms(Kind kind, Map<Arm, Allocation.Seen> seen, Supply supply) {
        Map<Arm, Allocation.Seen> arms = new LinkedHashMap<>();
        supply.open().stream()
                .filter(arm -> arm.kind() == kind)
                .forEach(arm -> arms.put(arm, seen.getOrDefault(arm, Allocation.Seen.NOTHING)));
        return arms;
    }

    /** What came of the kinds that have more, in the regions where they have: what is used up says nothing of what is left. */
    private static Map<Kind, Allocation.Seen> kinds(Map<Arm, Allocation.Seen> seen, Supply supply) {
        Map<Kind, Allocation.Seen> kinds = new EnumMap<>(Kind.class);
        supply.open()
                .forEach(arm ->
                        kinds.merge(arm.kind(), seen.getOrDefault(arm, Allocation.Seen.NOTHING), Allocation.Seen::and));
        return kinds;
    }

    private static boolean novel(Kind kind) {
        return kind != Kind.ONE_HOP;
    }
}

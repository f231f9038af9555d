package dev.grip.combinations;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far a listing of a spec's combinations is: in the kind with number {@code kind}, of which {@code given} were listed, the last
 * one with {@code cursor} (null: none yet), and {@code left} may still be listed of it and the later ones.
 */
public record Position(int kind, int given, int left, @Nullable String cursor) {

    private static final int UNLIMITED = Integer.MAX_VALUE;

    /** Before the first combination. */
    public static Position start(CombinationSpec spec) {
        Integer most = spec.most();
        return new Position(0, 0, most == null ? UNLIMITED : most, null);
    }

    /** Whether nothing follows. */
    public boolean end(CombinationSpec spec) {
        return left == 0 || kind >= spec.kinds().size();
    }

    /** How many of this kind may be listed in all: as the mix says, or an even share of what is left for it and the later ones. */
    int share(CombinationSpec spec) {
        Map<Kind, Integer> mix = spec.mix();
        if (mix != null) {
            return Math.min(left + given, mix.getOrDefault(spec.kinds().get(kind), 0));
        }
        int kinds = spec.kinds().size() - kind;
        int all = left == UNLIMITED ? UNLIMITED : left + given;
        return all == UNLIMITED ? UNLIMITED : all / kinds + (all % kinds == 0 ? 0 : 1);
    }

    /** After {@code more} combinations of this kind. */
    Position after(int more, @Nullable String last) {
        return new Position(kind, given + more, left == UNLIMITED ? UNLIMITED : left - more, last);
    }

    /** Before the first combination of the next kind. */
    Position nextKind() {
        return new Position(kind + 1, 0, left, null);
    }
}

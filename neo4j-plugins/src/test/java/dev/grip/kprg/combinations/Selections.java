package dev.grip.kprg.combinations;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The selections of the tests: everything, and each filter in turn. */
final class Selections {

    private Selections() {}

    static final Selection EVERYTHING = with(0, 0, new CoreRule.Share(1), false, Integer.MAX_VALUE);

    static Selection with(int minWeight, int minImplicit, CoreRule core, boolean repeat, int maxDegree) {
        return new Selection(
                EnumSet.allOf(Kind.class), minWeight, minImplicit, core, List.of(3, 4), repeat, maxDegree, Shard.WHOLE);
    }

    static List<Selection> all() {
        var core = CoreRule.published();
        return List.of(
                Selection.ALL,
                EVERYTHING,
                EVERYTHING.withCommunitySizes(List.of(4)),
                EVERYTHING.withKinds(Set.of(Kind.THREE_HOP, Kind.ONE_HOP)),
                with(2, 0, core, false, Integer.MAX_VALUE),
                with(0, 2, core, false, Integer.MAX_VALUE),
                with(3, 3, new CoreRule.Top(3), true, Integer.MAX_VALUE),
                with(0, 0, new CoreRule.MinDegree(4), true, 6),
                with(0, 0, new CoreRule.Share(0.34), false, 3),
                with(1, 1, new CoreRule.Share(0), false, 1));
    }
}

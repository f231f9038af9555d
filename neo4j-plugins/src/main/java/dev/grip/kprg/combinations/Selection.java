package dev.grip.kprg.combinations;

import java.util.List;
import java.util.Set;

/**
 * Which combinations are wanted.
 *
 * <ul>
 *   <li>ONE_HOP: two knowledge points with an edge; its weight is the edge's.
 *   <li>TWO_HOP: two at shortest distance exactly 2.
 *   <li>THREE_HOP: two at shortest distance exactly 3, at least one of them core.
 *   <li>COMMUNITY: 3 or 4, each two of which have an edge; its weight is the smallest of theirs.
 * </ul>
 *
 * The weight of an implicit pair (TWO_HOP, THREE_HOP) is that of its widest path: the largest, over the paths of exactly
 * that many edges, of the smallest edge weight on the path. Distances, degrees and core are always those of the whole
 * graph; the filters only leave combinations out.
 *
 * @param kinds the wanted kinds; they are listed in the order of {@link Kind}
 * @param minWeight explicit combinations of a smaller weight are left out
 * @param minImplicitWeight implicit pairs of a smaller weight are left out
 * @param communitySizes 3, 4 or both
 * @param repeatByWeight whether a ONE_HOP pair is listed as often as its weight says, instead of once
 * @param maxDegree knowledge points of a higher degree are no ends and no members; paths may still lead through them
 */
public record Selection(
        Set<Kind> kinds,
        int minWeight,
        int minImplicitWeight,
        CoreRule core,
        List<Integer> communitySizes,
        boolean repeatByWeight,
        int maxDegree,
        Shard shard) {

    public static final Selection ALL = new Selection(
            Set.of(Kind.values()), 0, 0, CoreRule.published(), List.of(3), false, Integer.MAX_VALUE, Shard.WHOLE);

    public Selection {
        kinds = Set.copyOf(kinds);
        communitySizes = communitySizes.stream().distinct().sorted().toList();
    }

    public Selection withKinds(Set<Kind> only) {
        return new Selection(
                only, minWeight, minImplicitWeight, core, communitySizes, repeatByWeight, maxDegree, shard);
    }

    public Selection withCommunitySizes(List<Integer> only) {
        return new Selection(kinds, minWeight, minImplicitWeight, core, only, repeatByWeight, maxDegree, shard);
    }

    public Selection withShard(Shard only) {
        return new Selection(
                kinds, minWeight, minImplicitWeight, core, communitySizes, repeatByWeight, maxDegree, only);
    }
}

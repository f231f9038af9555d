package dev.grip.kprg.procedures;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A key of the {@code config} map: which procedures take it, what it means and what holds when it is not given. */
enum ConfigKey {
    kinds(
            "all that the procedure knows",
            "Which kinds, of ONE_HOP, TWO_HOP, THREE_HOP and COMMUNITY; kprg.implicit knows TWO_HOP and THREE_HOP."),
    minWeight("0", "Smallest weight of a ONE_HOP or COMMUNITY combination: that of its lightest edge."),
    minImplicitWeight("0", "Smallest weight of a TWO_HOP or THREE_HOP pair: that of its widest path."),
    maxDegree("none", "Highest degree of a member; paths may still lead through others."),
    core("{share: 0.1}", "Core knowledge points of THREE_HOP: {top: n}, {share: s} or {minDegree: d}."),
    communitySizes("[3]", "Sizes of COMMUNITY: [3], [4] or [3, 4]."),
    repeat("'once'", "'weight' gives a ONE_HOP pair as often as its weight says."),
    shard("all", "{index: i, count: n}: the i-th of n equal parts, i from 0."),
    after("the beginning", "Cursor of an earlier row: goes on right after it."),
    limit("none", "Most combinations to give; kprg.sample needs it."),
    seed("0", "Number that decides the sample.");

    private static final Set<ConfigKey> COUNTING =
            EnumSet.of(kinds, minWeight, minImplicitWeight, maxDegree, core, communitySizes, repeat);
    private static final Set<ConfigKey> PACKING = with(COUNTING, shard, after, limit);
    private static final Set<ConfigKey> LISTING = without(PACKING, kinds);
    private static final Map<String, Set<ConfigKey>> BY_PROCEDURE = Map.of(
            "kprg.oneHop", LISTING,
            "kprg.twoHop", LISTING,
            "kprg.threeHop", LISTING,
            "kprg.community", LISTING,
            "kprg.blocks", PACKING,
            "kprg.sample", without(with(PACKING, seed), after),
            "kprg.census", COUNTING,
            "kprg.core", EnumSet.of(core),
            "kprg.implicit", EnumSet.of(kinds, minImplicitWeight, maxDegree, core));

    private final String otherwise;
    private final String meaning;

    ConfigKey(String otherwise, String meaning) {
        this.otherwise = otherwise;
        this.meaning = meaning;
    }

    /** The keys of a procedure in the order declared; none for those that take none. */
    static List<ConfigKey> of(String procedure) {
        return BY_PROCEDURE.getOrDefault(procedure, Set.of()).stream().sorted().toList();
    }

    static Set<String> names(String procedure) {
        return of(procedure).stream().map(Enum::name).collect(Collectors.toUnmodifiableSet());
    }

    String otherwise() {
        return otherwise;
    }

    String meaning() {
        return meaning;
    }

    private static Set<ConfigKey> with(Set<ConfigKey> keys, ConfigKey... added) {
        var result = EnumSet.copyOf(keys);
        result.addAll(Arrays.asList(added));
        return result;
    }

    private static Set<ConfigKey> without(Set<ConfigKey> keys, ConfigKey removed) {
        var result = EnumSet.copyOf(keys);
        result.remove(removed);
        return result;
    }
}

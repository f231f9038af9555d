package dev.grip.combinations;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A choice of combinations: {@code kinds} (empty: all four), at most {@code limit} in all, spread evenly over the kinds
 * (null: all there are), or a {@code mix} that says how many of each kind at most, in this order, instead of kinds; or they are shared out by {@code steering}. With a {@code seed} they are a uniform random sample, without one the first in the procedures' order.
 * The other settings narrow the choice as the {@code kprg} procedures define; null leaves the profile's value.
 */
public record CombinationSpec(
        List<Kind> kinds,
        @Nullable Integer limit,
        @Nullable Long seed,
        @Nullable Integer minWeight,
        @Nullable Double minImplicitWeight,
        @Nullable Integer maxDegree,
        @Nullable Map<String, Object> core,
        @Nullable List<Integer> communitySizes,
        @Nullable String repeat,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Map<Kind, Integer> mix,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Steering steering) {

    public CombinationSpec {
        if (mix != null) {
            mix = Collections.unmodifiableMap(new LinkedHashMap<>(mix));
            kinds = List.copyOf(mix.keySet());
            mix.forEach(CombinationSpec::requireSome);
        }
        if (steering != null && (mix != null || "weight".equals(repeat))) {
            throw new IllegalArgumentException("A steered run finds the mix itself and repeats nothing: leave out "
                    + (mix == null ? "repeat" : "mix"));
        }
        kinds = kinds.isEmpty()
                ? List.of(Kind.values())
                : kinds.stream().distinct().toList();
        if (limit != null && limit < 1) {
            throw new IllegalArgumentException("limit is " + limit + "; it must be at least 1");
        }
    }

    /** A spec without a mix. */
    public CombinationSpec(
            List<Kind> kinds,
            @Nullable Integer limit,
            @Nullable Long seed,
            @Nullable Integer minWeight,
            @Nullable Double minImplicitWeight,
            @Nullable Integer maxDegree,
            @Nullable Map<String, Object> core,
            @Nullable List<Integer> communitySizes,
            @Nullable String repeat) {
        this(kinds, limit, seed, minWeight, minImplicitWeight, maxDegree, core, communitySizes, repeat, null, null);
    }

    private static void requireSome(Kind kind, Integer number) {
        if (number < 1) {
            throw new IllegalArgumentException("mix has " + number + " of " + kind + "; it must be at least 1");
        }
    }

    /** The first {@code limit} combinations of these kinds, or a seeded random sample of them. */
    public static CombinationSpec of(List<Kind> kinds, @Nullable Integer limit, @Nullable Long seed) {
        return new CombinationSpec(kinds, limit, seed, null, null, null, null, null, null);
    }

    /** So many combinations of each of these kinds, the first ones or a seeded random sample of them. */
    public static CombinationSpec of(Map<Kind, Integer> mix, @Nullable Long seed) {
        return new CombinationSpec(List.of(), null, seed, null, null, null, null, null, null, mix, null);
    }

    /** This spec with another limit. */
    public CombinationSpec withLimit(int other) {
        return new CombinationSpec(
                kinds,
                other,
                seed,
                minWeight,
                minImplicitWeight,
                maxDegree,
                core,
                communitySizes,
                repeat,
                mix,
                steering);
    }

    /** This spec, with kinds and regions that yield more getting more. */
    public CombinationSpec steered(Steering by) {
        return new CombinationSpec(
                kinds, limit, seed, minWeight, minImplicitWeight, maxDegree, core, communitySizes, repeat, mix, by);
    }

    /** This spec for one of its kinds, without steering. */
    public CombinationSpec only(Kind kind) {
        return new CombinationSpec(
                List.of(kind), limit, seed, minWeight, minImplicitWeight, maxDegree, core, communitySizes, repeat);
    }

    /** This spec with a mix instead of its kinds and limit. */
    public CombinationSpec withMix(Map<Kind, Integer> other) {
        return new CombinationSpec(
                kinds, null, seed, minWeight, minImplicitWeight, maxDegree, core, communitySizes, repeat, other, null);
    }

    /** A random sample of a spec without its repetitions, the same one every time, evenly over its kinds. */
    public CombinationSpec sample(int size) {
        return new CombinationSpec(
                kinds,
                size,
                seed == null ? 1L : seed,
                minWeight,
                minImplicitWeight,
                maxDegree,
                core,
                communitySizes,
                "once");
    }

    /** One combination of each kind, enough to see whether the settings work. */
    public CombinationSpec first() {
        return new CombinationSpec(
                kinds, kinds.size(), null, minWeight, minImplicitWeight, maxDegree, core, communitySizes, repeat);
    }

    /** This spec with the settings of {@code defaults} where it has none. */
    public CombinationSpec withDefaults(CombinationSpec defaults) {
        return new CombinationSpec(
                kinds,
                limit,
                seed,
                or(minWeight, defaults.minWeight),
                or(minImplicitWeight, defaults.minImplicitWeight),
                or(maxDegree, defaults.maxDegree),
                or(core, defaults.core),
                or(communitySizes, defaults.communitySizes),
                steering == null ? or(repeat, defaults.repeat) : "once",
                mix,
                steering);
    }

    /** How many combinations there are to be in all, at most; null for all there are. */
    public @Nullable Integer most() {
        if (mix == null) {
            return limit;
        }
        int sum = mix.values().stream().reduce(0, Math::addExact);
        return limit == null ? (Integer) sum : (Integer) Math.min(limit, sum);
    }

    /** Whether this is a random sample, which is drawn as a whole. */
    public boolean sampled() {
        return seed != null && (limit != null || mix != null);
    }

    /** Whether a combination may come several times. */
    public boolean repeats() {
        return "weight".equals(repeat);
    }

    /** The procedures' {@code config} map, without kinds, limit and seed. */
    Map<String, Object> filters() {
        Map<String, Object> config = new LinkedHashMap<>();
        put(config, "minWeight", minWeight);
        put(config, "minImplicitWeight", minImplicitWeight);
        put(config, "maxDegree", maxDegree);
        put(config, "core", core);
        put(config, "communitySizes", communitySizes);
        put(config, "repeat", repeat);
        return config;
    }

    private static void put(Map<String, Object> config, String key, @Nullable Object value) {
        if (value != null) {
            config.put(key, value);
        }
    }

    private static <T> @Nullable T or(@Nullable T value, @Nullable T fallback) {
        return value == null ? fallback : value;
    }
}

package dev.grip.pipeline.runs;

import dev.grip.combinations.Combination;
import dev.grip.combinations.CombinationSource;
import dev.grip.combinations.CombinationSpec;
import dev.grip.combinations.Kind;
import dev.grip.combinations.RegionListing;
import dev.grip.combinations.Regions;
import dev.grip.combinations.Steering;
import dev.grip.combinations.Stretch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rounds of a steered run: each is chosen from the results of those before it, which have to be complete, and from nothing else, so
 * that it does not matter when which result came. Not thread-safe.
 */
final class Rounds {

    private static final long NO_SEED = 0;

    private final CombinationSource source;
    private final CombinationSpec spec;
    private final Regions regions;
    private final Steering steering;
    private final Sharing sharing;
    private final Map<Kind, Map<String, List<Combination>>> samples = new EnumMap<>(Kind.class);
    private @Nullable RegionListing listing;

    Rounds(CombinationSource source, CombinationSpec spec, Regions regions) {
        this.source = source;
        this.spec = spec;
        this.regions = regions;
        this.steering = Objects.requireNonNull(spec.steering());
        Long seed = spec.seed();
        this.sharing = new Sharing(steering.novelty(), seed == null ? NO_SEED : seed);
    }

    /** How far an arm is; {@code over} when there are no more of it. */
    record Way(int given, @Nullable String cursor, boolean over) {}

    /**
     * Behind {@code round} rounds of {@code size}, with so many combinations {@code left}, among regions with this fingerprint; it is
     * null in a run that was begun before there were regions.
     */
    record State(int round, int size, long left, Map<Arm, Way> ways, @Nullable String regions) {
        boolean over() {
            return left == 0 || ways.values().stream().allMatch(Way::over);
        }
    }

    /** A round's combinations by arm, and where the next one begins. */
    record Round(Map<Arm, List<Combination>> combinations, State next) {}

    /**
     * The next round, from what came of each arm so far; {@code from} is null before the first. Throws {@link GraphChangedException}
     * when the graph is not the one of {@code from} any more.
     */
    Round next(@Nullable State from, Map<Arm, Allocation.Seen> seen) {
        State state = from == null ? start() : from;
        int size = (int) Math.min(state.size(), state.left());
        Taking taking = new Taking(state.ways());
        sharing.fill(state.round(), size, seen, taking);
        long left = state.left() - taking.count();
        return new Round(taking.chosen, new State(state.round() + 1, state.size(), left, taking.ways, state.regions()));
    }

    private State start() {
        long all = source.census(spec).stream().mapToLong(row -> row.count()).sum();
        Integer most = spec.most();
        long left = most == null ? all : Math.min(most, all);
        Map<Arm, Way> ways = new LinkedHashMap<>();
        spec.kinds().stream().sorted().forEach(kind -> regions.names()
                .forEach(region -> ways.put(new Arm(kind, region), new Way(0, null, false))));
        return new State(0, steering.roundOf(left), left, ways, regions.fingerprint());
    }

    /** A round in the making. */
    private final class Taking implements Sharing.Supply {

        private final Map<Arm, Way> ways;
        private final Map<Arm, List<Combination>> chosen = new LinkedHashMap<>();

        Taking(Map<Arm, Way> from) {
            ways = new LinkedHashMap<>(from);
            ways.keySet().forEach(arm -> chosen.put(arm, new ArrayList<>()));
        }

        int count() {
            return chosen.values().stream().mapToInt(List::size).sum();
        }

        @Override
        public Set<Arm> open() {
            return ways.entrySet().stream()
                    .filter(way -> !way.getValue().over())
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }

        @Override
        public int take(Arm arm, int wanted) {
            Way before = Objects.requireNonNull(ways.get(arm));
            Way after = Rounds.this.take(arm, before, wanted, Objects.requireNonNull(chosen.get(arm)));
            ways.put(arm, after);
            return after.given() - before.given();
        }
    }

    private Way take(Arm arm, Way way, int wanted, List<Combination> into) {
        if (spec.sampled()) {
            List<Combination> sample =
                    samples.computeIfAbsent(arm.kind(), this::sample).getOrDefault(arm.region(), List.of());
            int end = Math.min(sample.size(), way.given() + wanted);
            into.addAll(sample.subList(way.given(), end));
            return new Way(end, null, end == sample.size());
        }
        Stretch stretch = stretch(arm, way.cursor(), wanted);
        into.addAll(stretch.combinations());
        return new Way(way.given() + stretch.combinations().size(), stretch.last(), stretch.over());
    }

    private Stretch stretch(Arm arm, @Nullable String cursor, int wanted) {
        RegionListing known = listing;
        if (known == null) {
            known = source.listing(regions);
            listing = known;
        }
        try {
            return known.next(spec.only(arm.kind()), arm.region(), cursor, wanted);
        } catch (IllegalArgumentException stale) {
            if (cursor == null) {
                throw stale;
            }
            throw new GraphChangedException(String.valueOf(stale.getMessage()));
        }
    }

    /** As many as the whole run could take of the kind, by region, in an order without meaning: that of their keys, which are hashes. */
    private Map<String, List<Combination>> sample(Kind kind) {
        List<Combination> sample = new ArrayList<>();
        source.choose(spec.only(kind), sample::add);
        sample.sort(Comparator.comparing(Combination::key));
        return sample.stream().collect(Collectors.groupingBy(combination -> regions.of(combination.ids())));
    }
}

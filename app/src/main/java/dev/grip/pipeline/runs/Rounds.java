package dev.grip.pipeline.runs;

import dev.grip.combinations.Combination;
import dev.grip.combinations.CombinationSource;
import dev.grip.combinations.CombinationSpec;
import dev.grip.combinations.Kind;
import dev.grip.combinations.Page;
import dev.grip.combinations.Position;
import dev.grip.combinations.Steering;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The rounds of a steered run: each is chosen from the results of those before it, which have to be complete, and from nothing else, so
 * that it does not matter when which result came. Not thread-safe.
 */
final class Rounds {

    private static final long NO_SEED = 0;

    private final CombinationSource source;
    private final CombinationSpec spec;
    private final Steering steering;
    private final Allocation allocation;
    private final Map<Kind, List<Combination>> samples = new HashMap<>();

    Rounds(CombinationSource source, CombinationSpec spec) {
        this.source = source;
        this.spec = spec;
        this.steering = Objects.requireNonNull(spec.steering());
        Long seed = spec.seed();
        this.allocation = new Allocation(steering.novelty(), seed == null ? NO_SEED : seed);
    }

    /** How far a kind is; {@code over} when there are no more of it. */
    record Way(int given, @Nullable String cursor, boolean over) {}

    /** Behind {@code round} rounds of {@code size}, with so many combinations {@code left}. */
    record State(int round, int size, long left, Map<Kind, Way> ways) {
        boolean over() {
            return left == 0 || ways.values().stream().allMatch(Way::over);
        }
    }

    /** A round's combinations, by kind, and where the next one begins. */
    record Round(List<Combination> combinations, State next) {}

    /** The next round, from what came of each kind so far; {@code from} is null before the first. */
    Round next(@Nullable State from, Map<Kind, Allocation.Seen> seen) {
        State state = from == null ? start() : from;
        Map<Kind, Way> ways = new EnumMap<>(state.ways());
        List<Combination> chosen = new ArrayList<>();
        int size = (int) Math.min(state.size(), state.left());
        while (chosen.size() < size && ways.values().stream().anyMatch(way -> !way.over())) {
            Map<Kind, Allocation.Seen> open = new EnumMap<>(Kind.class);
            ways.forEach((kind, way) -> {
                if (!way.over()) {
                    open.put(kind, seen.getOrDefault(kind, Allocation.Seen.NOTHING));
                }
            });
            allocation.of(state.round(), size - chosen.size(), open).forEach((kind, wanted) -> {
                if (wanted > 0) {
                    ways.put(kind, take(kind, Objects.requireNonNull(ways.get(kind)), wanted, chosen));
                }
            });
        }
        chosen.sort(Comparator.comparing(Combination::kind));
        return new Round(chosen, new State(state.round() + 1, state.size(), state.left() - chosen.size(), ways));
    }

    private State start() {
        long all = source.census(spec).stream().mapToLong(row -> row.count()).sum();
        Integer most = spec.most();
        long left = most == null ? all : Math.min(most, all);
        Map<Kind, Way> ways = new EnumMap<>(Kind.class);
        spec.kinds().forEach(kind -> ways.put(kind, new Way(0, null, false)));
        return new State(0, steering.roundOf(left), left, ways);
    }

    private Way take(Kind kind, Way way, int wanted, List<Combination> into) {
        if (spec.sampled()) {
            List<Combination> sample = samples.computeIfAbsent(kind, this::sample);
            int end = Math.min(sample.size(), way.given() + wanted);
            into.addAll(sample.subList(way.given(), end));
            return new Way(end, null, end == sample.size());
        }
        CombinationSpec one = spec.only(kind);
        Position from = new Position(0, way.given(), Integer.MAX_VALUE, way.cursor());
        Page page = source.page(one, from, wanted);
        into.addAll(page.combinations());
        int given = page.combinations().size();
        return new Way(way.given() + given, page.last(), given < wanted);
    }

    /** As many as the whole run could take of the kind, in an order without meaning: that of their keys, which are hashes. */
    private List<Combination> sample(Kind kind) {
        List<Combination> sample = new ArrayList<>();
        source.choose(spec.only(kind), sample::add);
        sample.sort(Comparator.comparing(Combination::key));
        return sample;
    }
}

package dev.grip.pipeline.runs;

import dev.grip.combinations.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Divides a round among kinds by Thompson sampling: the share of a kind is how often a yield drawn from what is known of it (a Beta
 * distribution) is the highest of all. It depends on the results so far, the seed and the number of the round alone. Every kind keeps
 * a small share, so that one with a bad start can show more of itself.
 */
final class Allocation {

    private static final int DRAWS = 400;
    private static final double KEPT = 0.05;

    private final double novelty;
    private final long seed;

    Allocation(double novelty, long seed) {
        this.novelty = novelty;
        this.seed = seed;
    }

    /** What came of a kind so far. */
    record Seen(long done, long accepted) {
        static final Seen NOTHING = new Seen(0, 0);
    }

    /** How many of {@code size} combinations each kind gets; all kinds have some left. */
    Map<Kind, Integer> of(int round, int size, Map<Kind, Seen> kinds) {
        Map<Kind, Double> shares = round == 0 ? even(kinds.keySet()) : shares(round, kinds);
        return whole(size, novel(shares));
    }

    private static Map<Kind, Double> even(Set<Kind> kinds) {
        Map<Kind, Double> shares = new EnumMap<>(Kind.class);
        kinds.forEach(kind -> shares.put(kind, 1.0 / kinds.size()));
        return shares;
    }

    private Map<Kind, Double> shares(int round, Map<Kind, Seen> kinds) {
        Random random = new Random(seed * 1_000_003 + round);
        Map<Kind, Double> shares = new EnumMap<>(Kind.class);
        kinds.keySet().forEach(kind -> shares.put(kind, KEPT));
        for (int draw = 0; draw < DRAWS; draw++) {
            shares.merge(best(random, kinds), (1 - KEPT * kinds.size()) / DRAWS, Double::sum);
        }
        return shares;
    }

    private static Kind best(Random random, Map<Kind, Seen> kinds) {
        Kind best = kinds.keySet().iterator().next();
        double highest = -1;
        for (Map.Entry<Kind, Seen> kind : kinds.entrySet()) {
            Seen seen = kind.getValue();
            double drawn = beta(random, seen.accepted() + 1.0, seen.done() - seen.accepted() + 1.0);
            if (drawn > highest) {
                highest = drawn;
                best = kind.getKey();
            }
        }
        return best;
    }

    private static double beta(Random random, double a, double b) {
        double x = gamma(random, a);
        return x / (x + gamma(random, b));
    }

    /** By Marsaglia and Tsang (2000), for shapes of 1 and more. */
    private static double gamma(Random random, double shape) {
        double d = shape - 1.0 / 3;
        double c = 1 / StrictMath.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double v = StrictMath.pow(1 + c * x, 3);
            if (v > 0 && StrictMath.log(random.nextDouble()) < x * x / 2 + d - d * v + d * StrictMath.log(v)) {
                return d * v;
            }
        }
    }

    /** Raises the novel kinds' shares to the floor, at the cost of the others. */
    private Map<Kind, Double> novel(Map<Kind, Double> shares) {
        double known = shares.getOrDefault(Kind.ONE_HOP, 0.0);
        double rest = 1 - known;
        if (rest >= novelty || rest <= 0) {
            return shares;
        }
        Map<Kind, Double> raised = new EnumMap<>(Kind.class);
        shares.forEach((kind, share) -> raised.put(kind, kind == Kind.ONE_HOP ? 1 - novelty : share / rest * novelty));
        return raised;
    }

    /** Rounds so that the sum is right: the largest remainders get one more, novel kinds first. */
    private static Map<Kind, Integer> whole(int size, Map<Kind, Double> shares) {
        Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
        shares.forEach((kind, share) -> counts.put(kind, (int) Math.floor(share * size + 1e-9)));
        List<Kind> order = new ArrayList<>(shares.keySet());
        order.sort((a, b) -> Double.compare(rest(shares, b, size), rest(shares, a, size)));
        int left = size - counts.values().stream().mapToInt(Integer::intValue).sum();
        for (int i = 0; i < left; i++) {
            counts.merge(order.get(i % order.size()), 1, Integer::sum);
        }
        return counts;
    }

    private static double rest(Map<Kind, Double> shares, Kind kind, int size) {
        double exact = shares.getOrDefault(kind, 0.0) * size;
        double rest = exact - Math.floor(exact + 1e-9);
        return kind == Kind.ONE_HOP ? rest - 1 : rest;
    }
}

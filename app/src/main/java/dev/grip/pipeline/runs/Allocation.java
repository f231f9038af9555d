package dev.grip.pipeline.runs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Divides combinations among arms, such as kinds or the regions of one, by Thompson sampling: the share of an arm is how often a
 * yield drawn from what is known of it (a Beta distribution) is the highest of all. It depends on the results so far, the seed, the
 * number of the round and the order of the arms alone. Every arm keeps a small share, so that one with a bad start can show more of
 * itself; all these together are at most a fifth.
 */
final class Allocation<A> {

    private static final int DRAWS = 400;
    private static final double KEPT = 0.05;
    private static final double KEPT_BY_ALL = 0.2;

    private final Predicate<A> novel;
    private final long seed;

    /** {@code novel} says which arms a floor is for. */
    Allocation(Predicate<A> novel, long seed) {
        this.novel = novel;
        this.seed = seed;
    }

    /** What came of an arm so far. */
    record Seen(long done, long accepted) {
        static final Seen NOTHING = new Seen(0, 0);

        Seen and(Seen other) {
            return new Seen(done + other.done, accepted + other.accepted);
        }
    }

    /** How many of {@code size} combinations each arm gets, novel ones at least {@code floor} (0 to 1); all arms have some left. */
    Map<A, Integer> of(int round, int size, Map<A, Seen> arms, double floor) {
        Map<A, Double> shares = round == 0 ? even(arms.keySet()) : shares(round, arms);
        return whole(size, raised(shares, floor));
    }

    private Map<A, Double> even(Set<A> arms) {
        Map<A, Double> shares = new LinkedHashMap<>();
        arms.forEach(arm -> shares.put(arm, 1.0 / arms.size()));
        return shares;
    }

    private Map<A, Double> shares(int round, Map<A, Seen> arms) {
        Random random = new Random(seed * 1_000_003 + round);
        double kept = Math.min(KEPT, KEPT_BY_ALL / arms.size());
        Map<A, Double> shares = new LinkedHashMap<>();
        arms.keySet().forEach(arm -> shares.put(arm, kept));
        for (int draw = 0; draw < DRAWS; draw++) {
            shares.merge(best(random, arms), (1 - kept * arms.size()) / DRAWS, Double::sum);
        }
        return shares;
    }

    private A best(Random random, Map<A, Seen> arms) {
        A best = arms.keySet().iterator().next();
        double highest = -1;
        for (Map.Entry<A, Seen> arm : arms.entrySet()) {
            Seen seen = arm.getValue();
            double drawn = beta(random, seen.accepted() + 1.0, seen.done() - seen.accepted() + 1.0);
            if (drawn > highest) {
                highest = drawn;
                best = arm.getKey();
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

    /** Raises the novel arms' shares to the floor, at the cost of the others. */
    private Map<A, Double> raised(Map<A, Double> shares, double floor) {
        double rest = shares.entrySet().stream()
                .filter(share -> novel.test(share.getKey()))
                .mapToDouble(Map.Entry::getValue)
                .sum();
        boolean all = shares.keySet().stream().allMatch(novel);
        if (all || rest >= floor || rest <= 0) {
            return shares;
        }
        Map<A, Double> raised = new LinkedHashMap<>();
        shares.forEach((arm, share) ->
                raised.put(arm, novel.test(arm) ? share / rest * floor : share / (1 - rest) * (1 - floor)));
        return raised;
    }

    /** Rounds so that the sum is right: the largest remainders get one more, novel arms first. */
    private Map<A, Integer> whole(int size, Map<A, Double> shares) {
        Map<A, Integer> counts = new LinkedHashMap<>();
        Map<A, Double> rests = new LinkedHashMap<>();
        shares.forEach((arm, share) -> {
            double count = Math.floor(share * size + 1e-9);
            counts.put(arm, (int) count);
            rests.put(arm, share * size - count - (novel.test(arm) ? 0 : 1));
        });
        List<A> order = new ArrayList<>(shares.keySet());
        order.sort(
                (a, b) -> Double.compare(Objects.requireNonNull(rests.get(b)), Objects.requireNonNull(rests.get(a))));
        int left = size - counts.values().stream().mapToInt(Integer::intValue).sum();
        for (int i = 0; i < left; i++) {
            counts.merge(order.get(i % order.size()), 1, Integer::sum);
        }
        return counts;
    }
}

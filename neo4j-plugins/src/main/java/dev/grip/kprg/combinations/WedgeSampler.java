package dev.grip.kprg.combinations;

import dev.grip.kprg.projection.KprgGraph;
import dev.grip.kprg.runtime.Cancellation;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Draws TWO_HOP pairs without counting any: a path of two edges is drawn uniformly and its ends are taken with a probability
 * of one in the number of paths between them, so that every pair is equally likely (rejection sampling). Gives up when too
 * few of the draws are taken.
 */
final class WedgeSampler {

    /** The most pairs drawn in this way; more are drawn faster by rank. */
    private static final int MOST = 1 << 20;

    private static final int TRIES = 64;
    private static final int TRIES_A_CHECK = 1024;

    private final KprgGraph graph;
    private final Limits limits;
    private final SplittableRandom random;
    private final Cancellation cancellation;
    private final long[] wedges;
    private final Map<Long, Integer> drawn = new TreeMap<>();

    WedgeSampler(KprgGraph graph, Selection selection, long seed, Cancellation cancellation) {
        this.graph = graph;
        this.limits = Limits.of(selection, graph);
        this.random = new SplittableRandom(seed);
        this.cancellation = cancellation;
        this.wedges = graph.remembered(WedgeSampler.class, () -> wedges(graph));
    }

    /** At each knowledge point the number of ordered pairs of neighbours of those before it, and behind the last the sum. */
    private static long[] wedges(KprgGraph graph) {
        long[] sums = new long[graph.nodes() + 1];
        for (int node = 0; node < graph.nodes(); node++) {
            long degree = graph.degree(node);
            sums[node + 1] = sums[node] + degree * (degree - 1);
        }
        return sums;
    }

    /** The sample, empty when there seem to be too few pairs for it. */
    Optional<Sample> draw(long k) {
        long tries = TRIES * (k + TRIES);
        if (k > MOST || wedges[wedges.length - 1] == 0) {
            return Optional.empty();
        }
        while (drawn.size() < k) {
            if (tries-- == 0) {
                return Optional.empty();
            }
            if (tries % TRIES_A_CHECK == 0) {
                cancellation.check();
            }
            tryOne();
        }
        return Optional.of(new PairSample(
                Kind.TWO_HOP,
                drawn.keySet().stream().mapToLong(Long::longValue).toArray(),
                drawn.values().stream().mapToInt(Integer::intValue).toArray()));
    }

    private void tryOne() {
        int between = between(random.nextLong(wedges[wedges.length - 1]));
        int degree = graph.degree(between);
        int left = random.nextInt(degree);
        int right = random.nextInt(degree - 1);
        right += right >= left ? 1 : 0;
        int one = graph.target(graph.begin(between) + left);
        int other = graph.target(graph.begin(between) + right);
        int a = Math.min(one, other);
        int b = Math.max(one, other);
        if (a >= limits.first() && graph.slot(b, a) < 0) {
            take(a, b);
        }
    }

    private int between(long wedge) {
        int found = Arrays.binarySearch(wedges, wedge);
        if (found < 0) {
            return -found - 2;
        }
        while (wedges[found + 1] == wedge) {
            found++;
        }
        return found;
    }

    private void take(int a, int b) {
        int fewer = graph.degree(a) < graph.degree(b) ? a : b;
        int other = fewer == a ? b : a;
        int paths = 0;
        int widest = -1;
        for (int slot = graph.begin(fewer); slot < graph.end(fewer); slot++) {
            int second = graph.slot(other, graph.target(slot));
            if (second >= 0) {
                paths++;
                widest = Math.max(widest, Math.min(graph.level(slot), graph.level(second)));
            }
        }
        if (widest >= limits.implicit() && random.nextInt(paths) == 0) {
            drawn.put((long) a << Integer.SIZE | b, graph.weightOf(widest));
        }
    }
}

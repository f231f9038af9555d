package dev.grip.bench;

import java.util.Arrays;
import java.util.Random;

/**
 * A KPRG grown without any model: the same scale always gives the same graph. Knowledge points and seeds are numbers from 0 on; those
 * of knowledge points say nothing about their topics, as ids of real ones do not. Edges have the smaller number first and are sorted.
 */
final class SyntheticKprg {

    private static final long SEED = 20_241_209L;

    private final KprgPlan plan;
    private final int[] topics;
    private final int[][] required;
    private final long[] edges;
    private final int[] weights;

    private SyntheticKprg(KprgPlan plan, int[] topics, int[][] required, long[] edges, int[] weights) {
        this.plan = plan;
        this.topics = topics;
        this.required = required;
        this.edges = edges;
        this.weights = weights;
    }

    static SyntheticKprg grow(double scale) {
        var plan = KprgPlan.of(scale);
        var random = new Random(SEED);
        int[] numbers = shuffled(plan.knowledgePoints(), random);
        var seeds = new SyntheticSeeds(plan, random);
        int[][] required = new int[plan.seeds()][];
        for (int seed = 0; seed < required.length; seed++) {
            required[seed] = Arrays.stream(seeds.next(seed))
                    .map(place -> numbers[place])
                    .sorted()
                    .toArray();
        }
        long[] pairs = pairs(required);
        int[] weights = new int[pairs.length];
        int edges = count(pairs, weights);
        return new SyntheticKprg(
                plan, topics(plan, numbers), required, Arrays.copyOf(pairs, edges), Arrays.copyOf(weights, edges));
    }

    private static int[] shuffled(int size, Random random) {
        int[] numbers = new int[size];
        for (int i = 0; i < size; i++) {
            int other = random.nextInt(i + 1);
            numbers[i] = numbers[other];
            numbers[other] = i;
        }
        return numbers;
    }

    private static int[] topics(KprgPlan plan, int[] numbers) {
        int[] topics = new int[numbers.length];
        for (int topic = 0; topic < plan.topics(); topic++) {
            for (int place = plan.firstPlace(topic); place < plan.firstPlace(topic + 1); place++) {
                topics[numbers[place]] = topic;
            }
        }
        return topics;
    }

    private static long[] pairs(int[][] required) {
        int total = Arrays.stream(required)
                .mapToInt(set -> set.length * (set.length - 1) / 2)
                .sum();
        long[] pairs = new long[total];
        int length = 0;
        for (int[] set : required) {
            for (int i = 0; i < set.length; i++) {
                for (int j = i + 1; j < set.length; j++) {
                    pairs[length++] = (long) set[i] << Integer.SIZE | set[j];
                }
            }
        }
        Arrays.parallelSort(pairs);
        return pairs;
    }

    /** Moves the distinct pairs to the front, counts how often each is there, and returns how many they are. */
    private static int count(long[] pairs, int[] weights) {
        int distinct = 0;
        for (int i = 0; i < pairs.length; i++) {
            if (distinct == 0 || pairs[i] != pairs[distinct - 1]) {
                pairs[distinct++] = pairs[i];
            }
            weights[distinct - 1]++;
        }
        return distinct;
    }

    KprgPlan plan() {
        return plan;
    }

    int knowledgePoints() {
        return plan.knowledgePoints();
    }

    int seeds() {
        return required.length;
    }

    int edges() {
        return edges.length;
    }

    long requirements() {
        return Arrays.stream(required).mapToLong(set -> set.length).sum();
    }

    int topic(int knowledgePoint) {
        return topics[knowledgePoint];
    }

    /** What a seed requires, ascending; not to be changed. */
    int[] required(int seed) {
        return required[seed];
    }

    int smaller(int edge) {
        return (int) (edges[edge] >>> Integer.SIZE);
    }

    int larger(int edge) {
        return (int) edges[edge];
    }

    /** How many seeds require both ends. */
    int weight(int edge) {
        return weights[edge];
    }
}

package dev.grip.kprg.combinations;

import dev.grip.kprg.projection.EdgeList;
import dev.grip.kprg.projection.KnowledgePointList;
import dev.grip.kprg.projection.KprgGraph;
import dev.grip.kprg.projection.RequirementList;
import dev.grip.kprg.runtime.Cancellation;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A graph of the published size times a scale: 7,500 seeds of five knowledge points, four of one topic by Zipf's law and one
 * of the same subject's hubs or of another topic. A subject has 60 topics of 100; more scale means more subjects.
 */
final class ZipfGraph {

    private static final int TOPIC = 100;
    private static final int TOPICS = 60;
    private static final int SEEDS = 7500;

    private final SplittableRandom random = new SplittableRandom(42);
    private final double[] usage = new double[TOPIC];
    private final int subjects;

    private ZipfGraph(int scale) {
        this.subjects = scale;
        for (int rank = 0; rank < TOPIC; rank++) {
            usage[rank] = (rank == 0 ? 0 : usage[rank - 1]) + Math.pow(rank + 1, -0.6);
        }
    }

    static KprgGraph of(int scale) {
        return new ZipfGraph(scale).draw();
    }

    private KprgGraph draw() {
        var knowledgePoints = new KnowledgePointList();
        for (int node = 0; node < subjects * TOPICS * TOPIC; node++) {
            knowledgePoints.add(node, "kp-%016x".formatted(node * 0x9E3779B97F4A7C15L));
        }
        var requirements = new RequirementList();
        long[] pairs = new long[10 * SEEDS * subjects];
        int length = 0;
        for (int seed = 0; seed < SEEDS * subjects; seed++) {
            int[] set = seed();
            for (int i = 0; i < set.length; i++) {
                requirements.add(seed, set[i]);
                for (int j = i + 1; j < set.length; j++) {
                    pairs[length++] = (long) set[i] << Integer.SIZE | set[j];
                }
            }
        }
        return KprgGraph.of(
                1,
                knowledgePoints,
                List.of(edges(Arrays.copyOf(pairs, length))),
                List.of(requirements),
                Cancellation.NEVER);
    }

    private static EdgeList edges(long[] pairs) {
        Arrays.parallelSort(pairs);
        var edges = new EdgeList();
        int begin = 0;
        for (int i = 1; i <= pairs.length; i++) {
            if (i == pairs.length || pairs[i] != pairs[begin]) {
                edges.add((int) (pairs[begin] >>> Integer.SIZE), (int) pairs[begin], i - begin);
                begin = i;
            }
        }
        return edges;
    }

    private int[] seed() {
        int subject = random.nextInt(subjects);
        int topic = random.nextInt(TOPICS);
        int other = random.nextInt(TOPICS);
        return Arrays.stream(new int[] {
                    ofTopic(subject, topic),
                    ofTopic(subject, topic),
                    ofTopic(subject, topic),
                    ofTopic(subject, topic),
                    random.nextInt(3) == 0 ? subject * TOPICS * TOPIC + other * TOPIC : ofTopic(subject, other)
                })
                .sorted()
                .distinct()
                .toArray();
    }

    private int ofTopic(int subject, int topic) {
        double drawn = random.nextDouble() * usage[TOPIC - 1];
        int found = Arrays.binarySearch(usage, drawn);
        return (subject * TOPICS + topic) * TOPIC + (found < 0 ? -found - 1 : found);
    }
}

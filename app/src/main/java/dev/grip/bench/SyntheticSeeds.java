package dev.grip.bench;

import java.util.Arrays;
import java.util.Random;

/**
 * Which knowledge points each synthetic seed requires. A seed belongs to one topic and takes most of its knowledge points from it by
 * Zipf's law; now and then one comes from another topic of the subject, from the subject's hubs, or from the few universal hubs. The
 * universal hubs' share of use falls as the graph grows, or pairs through them would outnumber all others by far.
 */
final class SyntheticSeeds {

    /** The published graph has ten edges a seed; seeds of five knowledge points reach that only if no two ever share a pair. */
    private static final int FEWEST = 5;

    private static final int MOST = 7;
    private static final int HUBS = 12;
    private static final int UNIVERSAL_HUBS = 4;
    private static final double USE = 0.95;
    private static final double HUB_SHARE = 0.012;
    private static final double OTHER_TOPIC_SHARE = 0.08;
    private static final double UNIVERSAL_SHARE = 0.005;
    private static final double UNIVERSAL_DECLINE = -0.6;

    private final KprgPlan plan;
    private final Random random;
    private final Zipf use;
    private final int[] places = new int[MOST];

    SyntheticSeeds(KprgPlan plan, Random random) {
        this.plan = plan;
        this.random = random;
        this.use = new Zipf(largestTopic(plan), USE);
    }

    private static int largestTopic(KprgPlan plan) {
        int largest = 0;
        for (int topic = 0; topic < plan.topics(); topic++) {
            largest = Math.max(largest, plan.topicSize(topic));
        }
        return Math.max(largest, HUBS);
    }

    /** The places that the next seed requires, without repeats; {@code index} is its number. */
    int[] next(int index) {
        int subject = index % plan.subjects();
        int topic = anyTopic(subject);
        int wanted = Math.min(FEWEST + random.nextInt(MOST - FEWEST + 1), plan.topicSize(topic));
        int count = 0;
        while (count < wanted) {
            int place = pick(subject, topic);
            if (!contains(count, place)) {
                places[count++] = place;
            }
        }
        return Arrays.copyOf(places, count);
    }

    private boolean contains(int count, int place) {
        for (int i = 0; i < count; i++) {
            if (places[i] == place) {
                return true;
            }
        }
        return false;
    }

    private int pick(int subject, int topic) {
        double chance = random.nextDouble();
        double universal = UNIVERSAL_SHARE * StrictMath.pow(plan.scale(), UNIVERSAL_DECLINE);
        if (chance < universal) {
            return hub(0, UNIVERSAL_HUBS, 1);
        }
        if (chance < universal + HUB_SHARE) {
            return hub(subject, HUBS, 0);
        }
        if (chance < universal + HUB_SHARE + OTHER_TOPIC_SHARE) {
            return member(anyTopic(subject));
        }
        return member(topic);
    }

    /** Hubs are the knowledge points of one rank in the first topics of a subject. */
    private int hub(int subject, int hubs, int rank) {
        int first = plan.firstTopic(subject);
        int topics = plan.firstTopic(subject + 1) - first;
        return plan.firstPlace(first + use.draw(random, Math.min(hubs, topics))) + rank;
    }

    private int anyTopic(int subject) {
        int first = plan.firstTopic(subject);
        return first + random.nextInt(plan.firstTopic(subject + 1) - first);
    }

    private int member(int topic) {
        return plan.firstPlace(topic) + use.draw(random, plan.topicSize(topic));
    }
}

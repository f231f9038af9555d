package dev.grip.bench;

/**
 * The layout of a synthetic KPRG: knowledge points lie in topics of about 100, topics in subjects of about 60. A subject is as large
 * as the whole graph at scale 1; larger scales have more subjects, so that most of a graph's structure grows linearly. Knowledge
 * points are counted by place, topic after topic, the most used one of each topic first.
 */
record KprgPlan(double scale, int seeds, int knowledgePoints, int topics, int subjects) {

    private static final int SEEDS = 7_500;
    private static final int KNOWLEDGE_POINTS = 6_000;
    private static final int TOPIC = 100;
    private static final int TOPICS_OF_A_SUBJECT = 60;
    private static final double SMALLEST = 0.01;
    private static final double LARGEST = 1_000;

    /** Scale 1 is the size of the published graph: 7,500 seeds and 6,000 knowledge points. */
    static KprgPlan of(double scale) {
        if (!(scale >= SMALLEST && scale <= LARGEST)) {
            throw new IllegalArgumentException(
                    "scale is " + scale + "; it must be from " + SMALLEST + " to " + (int) LARGEST);
        }
        int knowledgePoints = (int) Math.round(KNOWLEDGE_POINTS * scale);
        int topics = Math.max(1, knowledgePoints / TOPIC);
        return new KprgPlan(
                scale,
                (int) Math.round(SEEDS * scale),
                knowledgePoints,
                topics,
                Math.max(1, topics / TOPICS_OF_A_SUBJECT));
    }

    int firstTopic(int subject) {
        return part(topics, subject, subjects);
    }

    /** The place of a topic's most used knowledge point. */
    int firstPlace(int topic) {
        return part(knowledgePoints, topic, topics);
    }

    int topicSize(int topic) {
        return firstPlace(topic + 1) - firstPlace(topic);
    }

    private static int part(int whole, int index, int count) {
        return (int) ((long) whole * index / count);
    }
}

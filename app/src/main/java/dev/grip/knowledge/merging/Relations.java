package dev.grip.knowledge.merging;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How every two names stand to each other. What a person said comes first; two names that files gave are distinct; then what a
 * model said; then the cosine of their nearest spellings, at the upper bound the same, below the lower distinct.
 */
final class Relations {

    private final Names names;
    private final Cosines cosines;
    private final Bounds bounds;
    private final BitSet given = new BitSet();
    private final Map<Long, Found> found = new HashMap<>();

    Relations(Names names, Cosines cosines, Bounds bounds) {
        this.names = names;
        this.cosines = cosines;
        this.bounds = bounds;
        for (int name = 0; name < names.size(); name++) {
            given.set(name, names.given(name));
        }
    }

    /** A verdict and whether it is a person's; {@code used} when it has been charged to a budget. */
    private static final class Found {
        private final boolean same;
        private final boolean byPerson;
        private boolean used;

        Found(boolean same, boolean byPerson) {
            this.same = same;
            this.byPerson = byPerson;
        }
    }

    /** Two spellings of two names that are nearest to each other. */
    record Nearest(int first, int second, double cosine) {}

    /** Remembers a verdict unless there is one already. */
    void know(int a, int b, boolean same, boolean byPerson) {
        found.putIfAbsent(code(a, b), new Found(same, byPerson));
    }

    /** A model's answer to a question of this build, whose price is paid. */
    void learn(int a, int b, boolean same) {
        Found answer = new Found(same, false);
        answer.used = true;
        found.put(code(a, b), answer);
    }

    /** Whether a model's earlier answer about the two is there and used for the first time. */
    boolean useFirst(int a, int b) {
        Found answer = found.get(code(a, b));
        if (answer == null || answer.byPerson || answer.used) {
            return false;
        }
        answer.used = true;
        return true;
    }

    /** What was said about the two, or {@link Relation#UNKNOWN}. */
    Relation said(int a, int b) {
        Found answer = found.get(code(a, b));
        if (answer != null && answer.byPerson) {
            return relation(answer);
        }
        return given.get(a) && given.get(b) ? Relation.DISTINCT : relation(answer);
    }

    Relation of(int a, int b) {
        Relation said = said(a, b);
        return said == Relation.UNKNOWN ? byCosine(nearest(a, b).cosine()) : said;
    }

    private static Relation relation(@Nullable Found answer) {
        if (answer == null) {
            return Relation.UNKNOWN;
        }
        return answer.same ? Relation.SAME : Relation.DISTINCT;
    }

    Relation byCosine(double cosine) {
        if (cosine >= bounds.same()) {
            return Relation.SAME;
        }
        return cosine < bounds.distinct() ? Relation.DISTINCT : Relation.UNKNOWN;
    }

    /** Ties go to the first spellings. */
    Nearest nearest(int a, int b) {
        Nearest nearest = new Nearest(-1, -1, Double.NEGATIVE_INFINITY);
        for (int first : names.spellings(a)) {
            for (int second : names.spellings(b)) {
                double cosine = cosines.of(first, second);
                if (cosine > nearest.cosine()) {
                    nearest = new Nearest(first, second, cosine);
                }
            }
        }
        return nearest;
    }

    static long code(int a, int b) {
        return (long) Math.min(a, b) << 32 | Math.max(a, b);
    }
}

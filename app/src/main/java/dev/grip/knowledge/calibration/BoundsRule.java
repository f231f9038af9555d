package dev.grip.knowledge.calibration;

import dev.grip.knowledge.merging.Bounds;

/**
 * How bounds are chosen from a curve, in steps of 0.01. {@code same} is the lowest cosine at which at least the share
 * {@code precision} of the pairs at or above it means the same; without one it is {@link #NEVER}, and no pair merges unasked.
 * {@code distinct} is the highest cosine, at most {@code same}, below which at most the share {@code lost} of the pairs of the same
 * meaning lies; without one it is -1, and no pair stays apart unasked. Both shares must hold with {@link Confidence}, because the
 * pairs are a sample.
 */
public record BoundsRule(double precision, double lost) {

    /** A bound that no cosine reaches. */
    public static final double NEVER = 1.01;

    /**
     * The rule of the shipped bounds. A wrong merge spoils every combination of the KP, while a question costs little; a pair that
     * is lost is only one KP under two names, while each step further down multiplies the pairs in question.
     */
    public static final BoundsRule STANDARD = new BoundsRule(0.95, 0.10);

    private static final int STEPS = 100;

    public BoundsRule {
        if (!(precision > 0 && precision <= 1 && lost >= 0 && lost < 1)) {
            throw new IllegalArgumentException(
                    "precision " + precision + ", lost " + lost + "; need 0 < precision <= 1, 0 <= lost < 1");
        }
    }

    /** Throws IllegalArgumentException for a curve without pairs of the same meaning. */
    Bounds choose(Curve curve) {
        if (curve.same() == 0) {
            throw new IllegalArgumentException("There is no pair of the same meaning to choose bounds from");
        }
        double same = same(curve);
        return new Bounds(same, Math.min(same, distinct(curve)));
    }

    private double same(Curve curve) {
        for (int step = -STEPS; step <= STEPS; step++) {
            Point point = curve.at(cosine(step));
            if (Confidence.atLeast(point.same(), point.same() + point.distinct()) >= precision) {
                return point.cosine();
            }
        }
        return NEVER;
    }

    private double distinct(Curve curve) {
        for (int step = STEPS; step > -STEPS; step--) {
            Point point = curve.at(cosine(step));
            if (Confidence.atLeast(point.same(), curve.same()) >= 1 - lost) {
                return point.cosine();
            }
        }
        return -1;
    }

    /** Steps are counted in whole numbers, so that a bound is 0.71 and not 0.7100000000000001. */
    private static double cosine(int step) {
        return (double) step / STEPS;
    }
}

package dev.grip.knowledge.calibration;

import org.jspecify.annotations.Nullable;

/**
 * One point of a curve: how many pairs have a cosine of {@code cosine} or more, of both meanings, and what that makes of merging
 * all of them: {@code precision}, the share that means the same (null when there is none to merge), and {@code recall}, the share
 * of all pairs of the same meaning (null when there is no such pair).
 */
public record Point(double cosine, int same, int distinct, @Nullable Double precision, @Nullable Double recall) {

    static Point of(double cosine, int same, int distinct, int allSame) {
        return new Point(cosine, same, distinct, share(same, same + distinct), share(same, allSame));
    }

    private static @Nullable Double share(int some, int all) {
        return all == 0 ? null : (double) some / all;
    }
}

package dev.grip.knowledge.neighbours;

import java.util.Arrays;

/** How many pairs have which cosine, in steps of 0.01 from -1 to 1; rounding beyond 1 counts as 1. */
public final class CosineHistogram {

    static final int STEPS = 201;

    private static final int MOST = 100;

    private final long[] steps;

    private CosineHistogram(long[] steps) {
        this.steps = steps;
    }

    static CosineHistogram of(long[] steps) {
        return new CosineHistogram(steps.clone());
    }

    /** In double, so that no cosine falls into its neighbour's step by rounding. */
    static int step(float cosine) {
        int step = (int) (cosine * 100.0 + MOST);
        return step < STEPS ? step : STEPS - 1;
    }

    /** Pairs with {@code hundredths / 100 <= cosine < (hundredths + 1) / 100}, from -100 to 100. */
    public long pairs(int hundredths) {
        return steps[index(hundredths)];
    }

    /** Pairs with a cosine of at least {@code hundredths / 100}. */
    public long atLeast(int hundredths) {
        return Arrays.stream(steps, index(hundredths), STEPS).sum();
    }

    public long total() {
        return Arrays.stream(steps).sum();
    }

    private static int index(int hundredths) {
        if (hundredths < -MOST || hundredths > MOST) {
            throw new IllegalArgumentException(
                    "hundredths is " + hundredths + "; cosines go from -100 to 100 hundredths");
        }
        return hundredths + MOST;
    }
}

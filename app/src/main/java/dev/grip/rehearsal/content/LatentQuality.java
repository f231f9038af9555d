package dev.grip.rehearsal.content;

/**
 * How good simulated problems are, by the distance of their knowledge points: what all judges see alike before each adds
 * its own taste. A class has a mean over all its problems and a share of them that lack a quantity; those are good for
 * nothing, the others follow a beta distribution around what keeps the mean. {@code concentration} says how narrow it is,
 * {@code unusedPointLoss} what a knowledge point costs that a problem does not need.
 */
public record LatentQuality(
        DistanceClass oneHop,
        DistanceClass twoHop,
        DistanceClass threeHop,
        double concentration,
        double unusedPointLoss) {

    /** The means as published for GRIP (arXiv 2412.08864); the rest is chosen so that a share of every class passes 0.85. */
    public static final LatentQuality PUBLISHED = new LatentQuality(
            new DistanceClass(0.94, 0.02), new DistanceClass(0.72, 0.12), new DistanceClass(0.62, 0.18), 8, 0.03);

    private static final double BEST_WITHOUT_DATA = 0.39;

    /** The mean quality of all problems of a distance, and the share of them with a quantity missing. */
    public record DistanceClass(double mean, double missingDataRate) {

        public DistanceClass {
            double whole = whole(mean, missingDataRate);
            if (!(mean > 0 && missingDataRate >= 0 && missingDataRate < 1 && whole > 0 && whole < 1)) {
                throw new IllegalArgumentException("mean is " + mean + " and missingDataRate " + missingDataRate
                        + "; give a mean between 0 and 1 that the problems without missing data can make up for");
            }
        }

        double wholeMean() {
            return whole(mean, missingDataRate);
        }

        private static double whole(double mean, double missing) {
            return (mean - missing * BEST_WITHOUT_DATA / 2) / (1 - missing);
        }
    }

    public LatentQuality {
        if (!(concentration > 0)) {
            throw new IllegalArgumentException("concentration is " + concentration + "; give a number above 0");
        }
        Rates.requireShare("unusedPointLoss", unusedPointLoss);
    }

    /** The class of a distance from 1 to 3. */
    DistanceClass of(int distance) {
        return distance <= 1 ? oneHop : distance == 2 ? twoHop : threeHop;
    }

    /** A quality of a whole problem. */
    double whole(int distance, Dice dice) {
        return new Beta(of(distance).wholeMean(), concentration).draw(dice);
    }

    /** The quality of a problem that lacks a quantity: evenly spread, at most 0.39. */
    static double withoutData(Dice dice) {
        return BEST_WITHOUT_DATA * dice.fraction();
    }
}

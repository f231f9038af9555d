package dev.grip.knowledge.calibration;

/** What a share in a sample says about the share where it was taken from: the lower end of Wilson's one-sided interval at 90 %. */
final class Confidence {

    /** The 90 % quantile of the standard normal distribution. */
    private static final double Z = 1.2816;

    private Confidence() {}

    /** The share that is reached or exceeded with 90 % confidence when {@code some} of {@code all} were seen; 0 of none. */
    static double atLeast(int some, int all) {
        if (all == 0) {
            return 0;
        }
        double share = (double) some / all;
        double squared = Z * Z / all;
        double spread = Math.sqrt(share * (1 - share) * squared + squared * squared / 4);
        return (share + squared / 2 - spread) / (1 + squared);
    }
}

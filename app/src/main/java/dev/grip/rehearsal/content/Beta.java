package dev.grip.rehearsal.content;

/**
 * The beta distribution on [0, 1] with a mean and a concentration, the sum of its two shapes; its variance is
 * mean (1 - mean) / (concentration + 1). Drawn as a ratio of gamma variates (Marsaglia and Tsang 2000).
 */
record Beta(double mean, double concentration) {

    double draw(Dice dice) {
        double above = gamma(mean * concentration, dice);
        return above / (above + gamma((1 - mean) * concentration, dice));
    }

    private static double gamma(double shape, Dice dice) {
        if (shape < 1) {
            return gamma(shape + 1, dice) * StrictMath.pow(1 - dice.fraction(), 1 / shape);
        }
        double d = shape - 1 / 3.0;
        double c = 1 / StrictMath.sqrt(9 * d);
        while (true) {
            double x = dice.normal();
            double v = StrictMath.pow(1 + c * x, 3);
            double u = 1 - dice.fraction();
            if (v > 0 && StrictMath.log(u) < x * x / 2 + d - d * v + d * StrictMath.log(v)) {
                return d * v;
            }
        }
    }
}

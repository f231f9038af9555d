package dev.grip.bench;

import java.util.Locale;

/** Two ways to count the same combinations that do not agree: an error, shown as a target that is missed. */
final class Disagreement {

    private Disagreement() {}

    static Measure of(String metric, long found, long expected, String expecting) {
        var measure = Measure.share(metric + ": WRONG NUMBER", (double) found, Measure.COMBINATIONS, (double) expected);
        return new Measure(
                measure.metric(),
                measure.value(),
                measure.unit(),
                measure.baseline(),
                measure.ratio(),
                1.0,
                found > expected,
                expecting + " says " + String.format(Locale.ROOT, "%,d", expected));
    }
}

package dev.grip.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One figure of a benchmark. With a baseline (another way to the same result) the target is one for the ratio, otherwise for the
 * value; {@code atMost} says on which side of the target it must lie. {@code note} tells how it was measured.
 */
public record Measure(
        String metric,
        double value,
        String unit,
        @Nullable Double baseline,
        @Nullable Double ratio,
        @Nullable Double target,
        boolean atMost,
        String note) {

    /** The unit of exact numbers, which have no excuse for being wrong. */
    static final String COMBINATIONS = "combinations";

    static Measure of(String metric, double value, String unit) {
        return new Measure(metric, value, unit, null, null, null, false, "");
    }

    static Measure count(String metric, long value, String unit) {
        return of(metric, (double) value, unit);
    }

    /** Beside something slower: the ratio says how many times faster {@code seconds} is. */
    static Measure faster(String metric, double seconds, double baseline) {
        return new Measure(metric, seconds, "s", baseline, baseline / seconds, null, false, "");
    }

    /** Beside something that needs as much or less for the same: the ratio says how many times more it is. */
    static Measure cost(String metric, double value, String unit, double baseline) {
        return share(metric, value, unit, baseline);
    }

    /** Beside something that does as much or more of it: the ratio is the share. */
    static Measure share(String metric, double value, String unit, double baseline) {
        return new Measure(metric, value, unit, baseline, value / baseline, null, false, "");
    }

    Measure atLeast(double wanted) {
        return new Measure(metric, value, unit, baseline, ratio, wanted, false, note);
    }

    Measure atMost(double wanted) {
        return new Measure(metric, value, unit, baseline, ratio, wanted, true, note);
    }

    Measure noting(String words) {
        return new Measure(metric, value, unit, baseline, ratio, target, atMost, words);
    }

    /** Whether the target is met; null without one. */
    public @Nullable Boolean met() {
        if (target == null) {
            return null;
        }
        double judged = ratio == null ? value : ratio;
        return atMost ? judged <= target : judged >= target;
    }

    /** Whether this is a number that should have been exact and was not. */
    public boolean wrong() {
        return unit.equals(COMBINATIONS) && Boolean.FALSE.equals(met());
    }

    /** The line for machines. */
    public Map<String, @Nullable Object> json() {
        var line = new LinkedHashMap<String, @Nullable Object>();
        line.put("metric", metric);
        line.put("value", Double.isNaN(value) ? null : value);
        line.put("unit", unit);
        line.put("baseline", baseline);
        line.put("ratio", ratio);
        line.put("target", target);
        line.put("met", met());
        line.put("note", note);
        return line;
    }
}

package dev.grip.llm.verdicts;

import dev.grip.llm.Constraint;
import org.jspecify.annotations.Nullable;

/** A number from 0 to 1. One on another scale, such as {@code 8/10}, is no guess away from it: the prompt may have been misread. */
final class ShareValues implements VerdictValues<Double> {

    @Override
    public String pattern() {
        return "([-+]?\\d{1,4}(?:\\.\\d{1,16})?)[ \\t*_`\"'$\\])}]{0,6}"
                + "(?:(?:/|out[ \\t]of)[ \\t]{0,2}(\\d{1,4}(?:\\.0{1,3})?))?";
    }

    @Override
    public Reading<Double> read(String value, @Nullable String scale) {
        if (scale != null && Double.parseDouble(scale) != 1) {
            return Reading.none(Reading.SCALE_MISMATCH);
        }
        double share = Double.parseDouble(value);
        return share < 0 || share > 1 ? Reading.none(Reading.OUT_OF_RANGE) : Reading.of(share, Reading.LINE);
    }

    @Override
    public Constraint constraint(String field) {
        return new Constraint.Share(field);
    }

    @Override
    public String wanted() {
        return "a number from 0 to 1";
    }
}

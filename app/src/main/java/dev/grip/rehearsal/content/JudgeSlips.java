package dev.grip.rehearsal.content;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** How often (0 to 1, together at most 1) a model spoils a verdict in which way. */
public record JudgeSlips(Map<JudgeSlip, Double> rates) {

    /** Never. */
    public static final JudgeSlips NONE = new JudgeSlips(Map.of());

    /** Of every kind a little, 8.4 % together: mostly dress, seldom anything that hides the verdict. */
    public static final JudgeSlips SOME = NONE.with(JudgeSlip.MARKDOWN, 0.02)
            .with(JudgeSlip.WRAPPED_VALUE, 0.015)
            .with(JudgeSlip.PROSE, 0.008)
            .with(JudgeSlip.OTHER_SCALE, 0.006)
            .with(JudgeSlip.THINKING_CLOSED, 0.006)
            .with(JudgeSlip.JSON, 0.005)
            .with(JudgeSlip.CONTRADICTION, 0.004)
            .with(JudgeSlip.OUT_OF_RANGE, 0.003)
            .with(JudgeSlip.TEMPLATE_ECHO, 0.003)
            .with(JudgeSlip.WRONG_LANGUAGE, 0.003)
            .with(JudgeSlip.THINKING_UNCLOSED, 0.002)
            .with(JudgeSlip.WHITESPACE_LOOP, 0.002)
            .with(JudgeSlip.EMPTY, 0.002)
            .with(JudgeSlip.REFUSAL, 0.002)
            .with(JudgeSlip.BROKEN_LATEX_JSON, 0.002)
            .with(JudgeSlip.CUT_JSON, 0.001);

    public JudgeSlips {
        rates.forEach((slip, rate) -> Rates.requireShare(slip.name(), rate));
        Rates.requireShare(
                "the sum of all slips",
                rates.values().stream().mapToDouble(rate -> rate).sum());
        rates = Map.copyOf(rates);
    }

    /** The words a configuration may use for the usual mixes: {@code none} and {@code some}. */
    public static JudgeSlips named(String name) {
        return switch (name) {
            case "none" -> NONE;
            case "some" -> SOME;
            default ->
                throw new IllegalArgumentException("judgeSlips is " + name + "; none and some work, or rates by kind");
        };
    }

    /** The same with another rate for one kind. */
    public JudgeSlips with(JudgeSlip slip, double rate) {
        Map<JudgeSlip, Double> more = new EnumMap<>(JudgeSlip.class);
        more.putAll(rates);
        more.put(slip, rate);
        return new JudgeSlips(more);
    }

    /** The slip of one answer, if it has one. */
    Optional<JudgeSlip> draw(Dice dice) {
        double left = dice.fraction();
        for (JudgeSlip slip : JudgeSlip.values()) {
            left -= rates.getOrDefault(slip, 0.0);
            if (left < 0) {
                return Optional.of(slip);
            }
        }
        return Optional.empty();
    }
}

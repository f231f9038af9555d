package dev.grip.llm.verdicts;

import dev.grip.llm.Answer;
import java.util.Optional;

/** Reads a last line {@code Answer: True} or {@code Answer: False}, in the usual disguises, in linear time. */
public final class TrueFalse {

    private static final FinalLine LINE = new FinalLine("answer", "true|false");

    private TrueFalse() {}

    /** The vote; empty when the answer is unfinished, says neither, or says both. */
    public static Optional<Boolean> parse(Answer answer) {
        return answer.complete() ? parse(answer.text()) : Optional.empty();
    }

    static Optional<Boolean> parse(String text) {
        return LINE.read(text).map("true"::equals);
    }
}

package dev.grip.llm.fleet;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.grip.llm.ServedModel;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a model is used for; {@link #word()} is how configuration and {@link ServedModel#role()} write it. */
public enum Role {
    EXTRACTOR,
    GENERATOR,
    RATER,
    SOLVER_SMALL,
    SOLVER_LARGE,
    JUDGE,
    EMBEDDING;

    /** The roles that exactly one chat model plays; the judges come as a list beside them. */
    public static List<Role> singleChat() {
        return Arrays.stream(values())
                .filter(role -> role != JUDGE && role != EMBEDDING)
                .toList();
    }

    /** Whether it writes texts of many tokens, rather than short verdicts. */
    boolean generates() {
        return this == GENERATOR || this == SOLVER_SMALL || this == SOLVER_LARGE;
    }

    /** The configuration word, such as {@code solver-small}. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

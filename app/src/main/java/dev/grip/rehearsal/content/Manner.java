package dev.grip.rehearsal.content;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grip.rehearsal.structured.Constraint;
import dev.grip.rehearsal.structured.ConstraintException;

/**
 * How an answer is asked for: in which form, whether a model that thinks may do so, how many tokens it may have, and what
 * fixes its chance (the seed, and which of n choices it is).
 */
public record Manner(Constraint constraint, boolean thinking, int budget, long seed, int index) {

    private static final int USUAL_BUDGET = 1024;

    /** Without constraint, thinking allowed, 1,024 tokens, seed 0, the first choice. */
    public static Manner plain() {
        return new Manner(Constraint.none(), true, USUAL_BUDGET, 0, 0);
    }

    /**
     * As a chat request asks. At temperature 0 the seed has no effect, as in a model that always takes the likeliest token.
     * Throws {@link ConstraintException} for a constraint that must be refused.
     */
    public static Manner of(JsonNode request) {
        JsonNode template = request.path("chat_template_kwargs");
        boolean thinking = template.path("enable_thinking").asBoolean(true)
                && template.path("thinking").asBoolean(true);
        boolean greedy = request.path("temperature").asDouble(1) == 0;
        long seed = greedy ? 0 : request.path("seed").asLong(0);
        return new Manner(Constraint.of(request), thinking, USUAL_BUDGET, seed, 0);
    }

    /** The same with a budget in tokens. */
    public Manner within(int tokens) {
        return new Manner(constraint, thinking, tokens, seed, index);
    }

    /** The same for one of n choices, counted from 0. */
    public Manner choice(int number) {
        return new Manner(constraint, thinking, budget, seed, number);
    }
}

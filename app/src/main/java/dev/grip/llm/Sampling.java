package dev.grip.llm;

/** How a model draws its answer; always sent in full, because servers override unset values. {@code maxTokens} counts output tokens. */
public record Sampling(double temperature, double topP, int maxTokens) {

    public Sampling {
        if (temperature < 0 || topP <= 0 || topP > 1 || maxTokens < 1) {
            throw new IllegalArgumentException("sampling out of range: temperature " + temperature + ", top_p " + topP
                    + ", max_tokens " + maxTokens + " (need >= 0, in (0, 1], >= 1)");
        }
    }
}

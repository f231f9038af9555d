package dev.grip.llm.fleet;

/**
 * How busy a server says it is: sequences running and waiting, the share of its KV cache in use (0 to 1), and counters since its
 * start: preemptions and tokens read or generated, the latter -1 if it does not count them. {@code kvTokens} is how many tokens
 * the KV cache holds, 0 if it does not say.
 */
public record ServerLoad(
        double running, double waiting, double kvUsage, double preemptions, double tokens, double kvTokens) {

    boolean countsTokens() {
        return tokens >= 0;
    }
}

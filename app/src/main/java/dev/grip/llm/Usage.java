package dev.grip.llm;

/** Tokens of one call as the server counted them; {@code cachedTokens} of the prompt's were found in its prefix cache. */
public record Usage(int promptTokens, int completionTokens, int cachedTokens) {

    public static final Usage NONE = new Usage(0, 0);

    public Usage plus(Usage other) {
        return new Usage(
                promptTokens + other.promptTokens,
                completionTokens + other.completionTokens,
                cachedTokens + other.cachedTokens);
    }

    /** Of a server that does not say what it had in its cache. */
    public Usage(int promptTokens, int completionTokens) {
        this(promptTokens, completionTokens, 0);
    }
}

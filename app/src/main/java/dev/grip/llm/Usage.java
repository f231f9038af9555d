package dev.grip.llm;

/** Tokens of one call as the server counted them. */
public record Usage(int promptTokens, int completionTokens) {

    public static final Usage NONE = new Usage(0, 0);
}

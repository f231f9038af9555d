package dev.grip.llm.fleet;

import com.fasterxml.jackson.annotation.JsonValue;

/** How a server can be made to keep to a {@link dev.grip.llm.Constraint}, as a call to it has shown. */
public enum ConstraintMode {
    /** Not asked yet, or the server was away. */
    UNKNOWN("?"),
    /** It enforces nothing: answers are checked, and words in the prompt have to do. */
    NONE("no"),
    /** vLLM's {@code structured_outputs}. */
    STRUCTURED_OUTPUTS("choice"),
    /** OpenAI's {@code response_format} with a JSON schema. */
    JSON_SCHEMA("schema");

    private final String word;

    ConstraintMode(String word) {
        this.word = word;
    }

    /** As tables show it. */
    @JsonValue
    public String word() {
        return word;
    }
}

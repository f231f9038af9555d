package dev.grip.rehearsal;

import dev.grip.rehearsal.content.ContentScript;
import dev.grip.rehearsal.content.Personality;

/** One simulated server: its port on loopback (0 = a free one), the model it serves, and what that model says. */
public record RehearsalConfig(
        int port, String model, int maxModelLength, Personality personality, ContentScript script) {

    private static final int USUAL_MODEL_LENGTH = 32_768;

    public RehearsalConfig {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port is " + port + "; give 0 for a free one, or 1 to 65535");
        }
        if (model.isBlank()) {
            throw new IllegalArgumentException("model is blank; give the name to serve it under");
        }
        if (maxModelLength < 1) {
            throw new IllegalArgumentException("maxModelLength is " + maxModelLength + "; give at least 1 token");
        }
    }

    /** This model on a free port. */
    public static RehearsalConfig of(String model, Personality personality, ContentScript script) {
        return new RehearsalConfig(0, model, USUAL_MODEL_LENGTH, personality, script);
    }

    /** The same with another context length, in tokens. */
    public RehearsalConfig withMaxModelLength(int tokens) {
        return new RehearsalConfig(port, model, tokens, personality, script);
    }
}

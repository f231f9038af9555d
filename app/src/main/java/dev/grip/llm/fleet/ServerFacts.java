package dev.grip.llm.fleet;

import org.jspecify.annotations.Nullable;

/** What a server says of itself: its version and how many tokens prompt and answer may have; null where it does not say. */
public record ServerFacts(@Nullable String version, @Nullable Integer maxModelLen) {

    static final ServerFacts NONE = new ServerFacts(null, null);

    /** These, with what is not said here taken from what was said before. */
    ServerFacts or(ServerFacts before) {
        return new ServerFacts(
                version == null ? before.version : version, maxModelLen == null ? before.maxModelLen : maxModelLen);
    }
}

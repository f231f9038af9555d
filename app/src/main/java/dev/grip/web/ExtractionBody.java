package dev.grip.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How to extract, as JSON; without a body only what was not read yet. */
@Schema(description = "How to extract")
record ExtractionBody(
        @Schema(
                        description = "Asks again about seeds and names whose answers could not be used before",
                        nullable = true)
                @Nullable
                Boolean retryFailed) {

    /** Whether this body, if there is one, asks for what was left. */
    static boolean again(@Nullable ExtractionBody body) {
        return body != null && Boolean.TRUE.equals(body.retryFailed());
    }
}

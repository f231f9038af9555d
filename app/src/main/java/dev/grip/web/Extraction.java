package dev.grip.web;

import dev.grip.knowledge.ExtractionReport;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One extraction as it stands: its stage, how far that is ({@code total} is -1 when unknown), and in the end its report or error. */
record Extraction(
        String id,
        State state,
        boolean rehearsal,
        String stage,
        long done,
        long total,
        @Nullable @Schema(nullable = true) ExtractionReport report,
        @Nullable @Schema(nullable = true) String error,
        Instant startedAt,
        @Nullable @Schema(nullable = true) Instant endedAt) {

    /** Where an extraction stands. */
    enum State {
        RUNNING,
        DONE,
        FAILED
    }

    static Extraction started(String id, boolean rehearsal) {
        return new Extraction(id, State.RUNNING, rehearsal, "starting", 0, -1, null, null, Instant.now(), null);
    }

    Extraction stage(String name, long steps) {
        return new Extraction(id, state, rehearsal, name, 0, steps, null, null, startedAt, null);
    }

    Extraction advanced(long steps) {
        return new Extraction(id, state, rehearsal, stage, done + steps, total, null, null, startedAt, null);
    }

    Extraction done(ExtractionReport result) {
        return new Extraction(id, State.DONE, rehearsal, "done", done, total, result, null, startedAt, Instant.now());
    }

    Extraction failed(String message) {
        return new Extraction(id, State.FAILED, rehearsal, stage, done, total, null, message, startedAt, Instant.now());
    }
}

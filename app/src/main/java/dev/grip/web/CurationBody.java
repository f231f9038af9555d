package dev.grip.web;

import dev.grip.knowledge.curation.Note;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a change by hand needs, as JSON; {@code reason} and {@code by} are kept with it. */
final class CurationBody {

    private CurationBody() {}

    /** Into which one to merge. */
    @Schema(name = "MergeBody", description = "Which knowledge point to merge into")
    record Merge(
            @Schema(description = "Its id or name") String into,
            @Nullable @Schema(nullable = true) String reason,
            @Nullable @Schema(nullable = true) String by) {

        Merge {
            require("into", into);
        }

        Note note() {
            return CurationBody.note(by, reason);
        }
    }

    /** Which mentions leave, and where they go. */
    @Schema(name = "SplitBody", description = "Which mentions leave, and where they go")
    record Split(
            @Schema(description = "Texts or keys of mentions") List<String> mentions,
            @Schema(description = "An id or name of a knowledge point, or the name of a new one") String into,
            @Nullable @Schema(nullable = true) String reason,
            @Nullable @Schema(nullable = true) String by) {

        Split {
            require("into", into);
            require("mentions", mentions);
            if (mentions.stream().anyMatch(Objects::isNull)) {
                throw new IllegalArgumentException("mentions holds null: give texts or keys");
            }
        }

        Note note() {
            return CurationBody.note(by, reason);
        }
    }

    /** The new name. */
    @Schema(name = "RenameBody", description = "The new name")
    record Rename(
            String name,
            @Nullable @Schema(nullable = true) String reason,
            @Nullable @Schema(nullable = true) String by) {

        Rename {
            require("name", name);
        }

        Note note() {
            return CurationBody.note(by, reason);
        }
    }

    /** Who and why. */
    @Schema(name = "ReasonBody", description = "Who changes it, and why")
    record Reason(@Nullable @Schema(nullable = true) String reason, @Nullable @Schema(nullable = true) String by) {

        Note note() {
            return CurationBody.note(by, reason);
        }

        /** The note of a body that may be missing. */
        static Note ofOptional(@Nullable Reason body) {
            return body == null ? new Note("", "") : body.note();
        }
    }

    private static Note note(@Nullable String by, @Nullable String reason) {
        return new Note(by == null ? "" : by, reason == null ? "" : reason);
    }

    /** A field that JSON leaves out comes as null, whatever its type says. */
    private static void require(String field, @Nullable Object value) {
        if (value == null) {
            throw new IllegalArgumentException(field + " is missing: the body needs it");
        }
    }
}

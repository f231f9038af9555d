package dev.grip.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.HttpStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An error as RFC 9457 writes it; {@code report} is the part of the work that was still done, if any. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "What went wrong (RFC 9457)")
record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        @Nullable @Schema(nullable = true) Object report) {

    static final String MEDIA_TYPE = "application/problem+json";

    static Problem of(HttpStatus status, String detail, String instance) {
        return of(status, detail, instance, null);
    }

    static Problem of(HttpStatus status, String detail, String instance, @Nullable Object report) {
        return new Problem("about:blank", status.getReason(), status.getCode(), detail, instance, report);
    }
}

package dev.grip.web;

import dev.grip.graph.GraphException;
import dev.grip.graph.SelectionException;
import dev.grip.knowledge.curation.CurationException;
import dev.grip.pipeline.runs.RunConflictException;
import io.micronaut.context.annotation.Factory;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.exceptions.ContentLengthExceededException;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which of the program's own refusals are the caller's mistake or a conflict, and which say that the database is gone. */
@Factory
final class ErrorHandlers {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorHandlers.class);

    @Singleton
    ExceptionHandler<IllegalArgumentException, HttpResponse<Problem>> arguments() {
        return (request, refusal) -> refused(request, refusal);
    }

    @Singleton
    ExceptionHandler<SelectionException, HttpResponse<Problem>> selections() {
        return (request, refusal) -> refused(request, refusal);
    }

    @Singleton
    ExceptionHandler<RunConflictException, HttpResponse<Problem>> conflicts() {
        return (request, conflict) -> problem(request, HttpStatus.CONFLICT, String.valueOf(conflict.getMessage()));
    }

    @Singleton
    ExceptionHandler<CurationException, HttpResponse<Problem>> curations() {
        return (request, refusal) -> {
            var status =
                    switch (refusal.kind()) {
                        case UNKNOWN -> HttpStatus.NOT_FOUND;
                        case CONFLICT -> HttpStatus.CONFLICT;
                        case INVALID -> HttpStatus.UNPROCESSABLE_ENTITY;
                    };
            return problem(request, status, String.valueOf(refusal.getMessage()));
        };
    }

    @Singleton
    ExceptionHandler<GraphException, HttpResponse<Problem>> databases() {
        return (request, failure) ->
                problem(request, HttpStatus.SERVICE_UNAVAILABLE, String.valueOf(failure.getMessage()));
    }

    /** A body that is read as it comes shows only then that it is too large. */
    @Singleton
    ExceptionHandler<UncheckedIOException, HttpResponse<Problem>> bodies() {
        return (request, failure) -> {
            Throwable cause = failure.getCause();
            if (cause != null && cause.getCause() instanceof ContentLengthExceededException) {
                return problem(request, HttpStatus.REQUEST_ENTITY_TOO_LARGE, ProblemResponses.TOO_LARGE);
            }
            LOG.error("{} {} failed", request.getMethod(), request.getPath(), failure);
            return problem(request, HttpStatus.INTERNAL_SERVER_ERROR, ProblemResponses.FAILED);
        };
    }

    private static HttpResponse<Problem> refused(HttpRequest<?> request, RuntimeException refusal) {
        var message = refusal.getMessage();
        var detail = message == null ? "The request cannot be used" : message;
        return problem(request, HttpStatus.BAD_REQUEST, detail);
    }

    private static HttpResponse<Problem> problem(HttpRequest<?> request, HttpStatus status, String detail) {
        return HttpResponse.<Problem>status(status)
                .body(Problem.of(status, detail, request.getPath()))
                .contentType(MediaType.of(Problem.MEDIA_TYPE));
    }
}

package dev.grip.web;

import dev.grip.graph.GraphException;
import dev.grip.graph.SelectionException;
import dev.grip.pipeline.runs.RunConflictException;
import io.micronaut.context.annotation.Factory;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

/** Which of the program's own refusals are the caller's mistake, and which a conflict with the state of a run, and which say that the database is gone; the rest is a failure. */
@Factory
final class ErrorHandlers {

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
        return (request, conflict) -> answered(HttpStatus.CONFLICT, conflict, request);
    }

    @Singleton
    ExceptionHandler<GraphException, HttpResponse<Problem>> databases() {
        return (request, failure) -> answered(HttpStatus.SERVICE_UNAVAILABLE, failure, request);
    }

    private static HttpResponse<Problem> answered(HttpStatus status, RuntimeException failure, HttpRequest<?> request) {
        return HttpResponse.<Problem>status(status)
                .body(Problem.of(status, String.valueOf(failure.getMessage()), request.getPath()))
                .contentType(MediaType.of(Problem.MEDIA_TYPE));
    }

    private static HttpResponse<Problem> refused(HttpRequest<?> request, RuntimeException refusal) {
        var message = refusal.getMessage();
        var detail = message == null ? "The request cannot be used" : message;
        return HttpResponse.badRequest(Problem.of(HttpStatus.BAD_REQUEST, detail, request.getPath()))
                .contentType(MediaType.of(Problem.MEDIA_TYPE));
    }
}

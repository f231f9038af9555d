package dev.grip.web;

import dev.grip.graph.SelectionException;
import io.micronaut.context.annotation.Factory;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

/** Which of the program's own refusals are the caller's mistake; every other exception is a failure of the server. */
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

    private static HttpResponse<Problem> refused(HttpRequest<?> request, RuntimeException refusal) {
        var message = refusal.getMessage();
        var detail = message == null ? "The request cannot be used" : message;
        return HttpResponse.badRequest(Problem.of(HttpStatus.BAD_REQUEST, detail, request.getPath()))
                .contentType(MediaType.of(Problem.MEDIA_TYPE));
    }
}

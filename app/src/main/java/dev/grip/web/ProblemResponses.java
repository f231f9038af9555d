package dev.grip.web;

import io.micronaut.context.annotation.Primary;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.Error;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import java.util.stream.Collectors;

/** Writes every error of the server as {@code application/problem+json}. */
@Singleton
@Primary
final class ProblemResponses implements ErrorResponseProcessor<Problem> {

    static final String FAILED = "GRIP failed to answer this request; its log says why (grip.log in the data folder)";
    static final String TOO_LARGE = "The body is too large: send less at once, seeds in several requests";

    /** What the router says when no route matches. */
    private static final String UNKNOWN_PATH = "Page Not Found";

    @Override
    public MutableHttpResponse<Problem> processResponse(ErrorContext context, MutableHttpResponse<?> response) {
        var status = HttpStatus.valueOf(response.code());
        var detail = detail(status, context);
        return response.body(Problem.of(status, detail, context.getRequest().getPath()))
                .contentType(MediaType.of(Problem.MEDIA_TYPE));
    }

    private static String detail(HttpStatus status, ErrorContext context) {
        if (status.getCode() >= 500) {
            return FAILED;
        }
        if (status == HttpStatus.REQUEST_ENTITY_TOO_LARGE) {
            return TOO_LARGE;
        }
        var messages = messages(context);
        if (messages.equals(UNKNOWN_PATH)) {
            return "Nothing is served at " + context.getRequest().getPath() + "; /swagger-ui lists what is";
        }
        return context.getRootCause().flatMap(BadInput::describe).orElse(messages);
    }

    private static String messages(ErrorContext context) {
        return context.getErrors().stream().map(Error::getMessage).collect(Collectors.joining("; "));
    }
}

package dev.grip.web;

import io.micronaut.context.annotation.Primary;
import io.micronaut.http.HttpRequest;
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

    @Override
    public MutableHttpResponse<Problem> processResponse(ErrorContext context, MutableHttpResponse<?> response) {
        var status = HttpStatus.valueOf(response.code());
        var detail = detail(status, context);
        return response.body(Problem.of(status, detail, context.getRequest().getPath()))
                .contentType(MediaType.of(Problem.MEDIA_TYPE));
    }

    private static String detail(HttpStatus status, ErrorContext context) {
        var request = context.getRequest();
        if (status.getCode() >= 500) {
            return "GRIP failed to answer this request; its log says why (grip.log in the data folder)";
        }
        if (status == HttpStatus.NOT_FOUND && context.getRootCause().isEmpty()) {
            return notFound(request, context);
        }
        return context.getRootCause().flatMap(BadInput::describe).orElseGet(() -> messages(context));
    }

    private static String notFound(HttpRequest<?> request, ErrorContext context) {
        var message = messages(context);
        return message.equals("Page Not Found")
                ? "Nothing is served at " + request.getPath() + "; /swagger-ui lists what is"
                : message;
    }

    private static String messages(ErrorContext context) {
        return context.getErrors().stream().map(Error::getMessage).collect(Collectors.joining("; "));
    }
}

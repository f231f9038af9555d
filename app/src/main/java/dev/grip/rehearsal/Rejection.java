package dev.grip.rehearsal;

import dev.grip.rehearsal.wire.Response;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.Optional;

/** Decides whether a server has too much to do for one more call, and says so in the words of the one who would. */
record Rejection(Overload overload, Errors errors) {

    private static final String ELSEWHERE = " Please try again later or on a different instance.";

    Optional<Response> of(Vitals vitals) {
        if (overload.gatewayLimit() > 0 && vitals.openCalls() > overload.gatewayLimit()) {
            return Optional.of(tooMany());
        }
        if (overload.maxQueuedRequests() > 0 && vitals.queued() >= overload.maxQueuedRequests()) {
            return Optional.of(busy("The engine is currently busy and cannot accept new requests." + ELSEWHERE));
        }
        if (overload.maxQueuedTokens() > 0 && vitals.queuedTokens() >= overload.maxQueuedTokens()) {
            return Optional.of(busy("The engine has reached its prefill token backlog limit." + ELSEWHERE));
        }
        return Optional.empty();
    }

    private Response busy(String words) {
        return errors.response(WireException.of(HttpResponseStatus.SERVICE_UNAVAILABLE, words));
    }

    private Response tooMany() {
        Response response = errors.response(WireException.of(
                HttpResponseStatus.TOO_MANY_REQUESTS, "Too many requests in flight. Please try again later."));
        long seconds = overload.retryAfter().toSeconds();
        return seconds == 0 ? response : response.with("Retry-After", Long.toString(seconds));
    }
}

package dev.grip.llm.fleet;

import dev.grip.llm.FailureCategory;
import dev.grip.llm.fleet.Trouble.Retry;
import dev.grip.llm.http.Reply;

/** What a status other than success means and whether another attempt makes sense. */
final class StatusRules {

    private final Endpoint endpoint;

    StatusRules(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    Attempt<Reply> check(Reply reply) {
        return reply.ok() ? Attempt.done(reply) : Attempt.failed(trouble(reply));
    }

    Trouble trouble(Reply reply) {
        ServerError error = ServerError.read(reply.body());
        String detail = "HTTP " + reply.status() + ", " + error.message();
        String key = endpoint.key();
        return switch (reply.status()) {
            case 401, 403 ->
                Trouble.of(
                        FailureCategory.UNAUTHORIZED, Retry.NEVER, detail, "set api-key of " + key + " to a valid key");
            case 404 ->
                Trouble.of(FailureCategory.UNKNOWN_MODEL, Retry.NEVER, detail, "correct model or url of " + key);
            case 408 -> Trouble.of(FailureCategory.TIMEOUT, Retry.ONE_MORE, detail, "look into the server's log");
            case 413 -> tooLong(detail);
            case 429, 503 ->
                new Trouble(
                        FailureCategory.OVERLOADED,
                        detail,
                        "give the server more room, or lower max-concurrent of " + key,
                        Retry.WAIT,
                        reply.retryAfter(),
                        "");
            case 501 ->
                Trouble.of(FailureCategory.BAD_REQUEST, Retry.NEVER, detail, "use a server that offers this operation");
            default -> byClass(reply, error, detail, key);
        };
    }

    private static Trouble byClass(Reply reply, ServerError error, String detail, String key) {
        if (reply.status() >= 500) {
            return Trouble.of(FailureCategory.SERVER_ERROR, Retry.BACKOFF, detail, "look into the server's log");
        }
        if (reply.status() < 400) {
            String target = reply.location().isEmpty() ? "elsewhere" : "to " + reply.location();
            return Trouble.of(
                    FailureCategory.BAD_REQUEST,
                    Retry.NEVER,
                    "HTTP " + reply.status() + ", it redirects " + target,
                    "set url of " + key + " to the final address");
        }
        return error.aboutContextLength()
                ? tooLong(detail)
                : Trouble.of(FailureCategory.BAD_REQUEST, Retry.NEVER, detail, "check the request against the server");
    }

    private static Trouble tooLong(String detail) {
        return Trouble.of(
                FailureCategory.TOO_LONG,
                Retry.NEVER,
                detail,
                "lower max_tokens in the prompt's front matter, or serve the model with a larger context");
    }
}

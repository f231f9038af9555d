package dev.grip.llm.fleet;

import dev.grip.llm.FailureCategory;
import dev.grip.llm.fleet.Trouble.Retry;
import dev.grip.llm.http.Exchange;
import dev.grip.llm.http.Reply;

/** What it means that a server answered, or how it did not. */
final class ExchangeRules {

    private final Endpoint endpoint;
    private final StatusRules status;

    ExchangeRules(Endpoint endpoint) {
        this.endpoint = endpoint;
        this.status = new StatusRules(endpoint);
    }

    /** The reply if it is a success. */
    Attempt<Reply> check(Exchange exchange) {
        if (exchange instanceof Exchange.Replied replied) {
            return status.check(replied.reply());
        }
        return Attempt.failed(trouble(exchange));
    }

    private Trouble trouble(Exchange exchange) {
        if (exchange instanceof Exchange.Unreached unreached) {
            return unreached(unreached.reason());
        }
        if (exchange instanceof Exchange.TimedOut timedOut) {
            return timedOut(timedOut);
        }
        if (exchange instanceof Exchange.Stale stale) {
            return broken(Retry.AT_ONCE, "the connection broke off (" + stale.reason() + ")");
        }
        if (exchange instanceof Exchange.Broken broken) {
            return broken(Retry.BACKOFF, "the connection broke off (" + broken.reason() + ")");
        }
        if (exchange instanceof Exchange.Stopped stopped) {
            return broken(Retry.REQUEUE, "the call was given up: " + stopped.reason());
        }
        long limit = exchange instanceof Exchange.TooLarge large ? large.limit() : 0;
        return Trouble.of(
                FailureCategory.MALFORMED,
                Retry.NEVER,
                "its answer is larger than " + (limit >> 20) + " MB",
                "lower max_tokens, or check that the url is a model server");
    }

    private Trouble unreached(String reason) {
        String advice = reason.contains("Too many open files")
                ? "raise this process's limit of open files (ulimit -n)"
                : "start it, or correct url of " + endpoint.key();
        return Trouble.of(FailureCategory.UNREACHABLE, Retry.REQUEUE, "cannot connect (" + reason + ")", advice);
    }

    private Trouble timedOut(Exchange.TimedOut timedOut) {
        String setting =
                switch (timedOut.kind()) {
                    case WHOLE -> "timeout";
                    case FIRST -> "first-token-timeout";
                    case IDLE -> "idle-timeout";
                };
        return Trouble.of(
                FailureCategory.TIMEOUT,
                Retry.ONE_MORE,
                "did not send " + timedOut.kind().awaited() + " within "
                        + timedOut.after().toMillis() / 1000.0 + " s",
                "raise " + setting + " of " + endpoint.key()
                        + ", or lower max-concurrent so that calls queue here and not there");
    }

    private static Trouble broken(Retry retry, String detail) {
        return Trouble.of(FailureCategory.SERVER_ERROR, retry, detail, "look into the server's log");
    }
}

package dev.grip.rehearsal;

import java.time.Duration;

/**
 * What a server does when it has too much to do. By default the queue grows without end, as vLLM's does.
 *
 * @param maxQueuedRequests with so many sequences in the queue new calls get vLLM's 503; 0 is without limit
 * @param maxQueuedTokens the same for prompt tokens in the queue
 * @param gatewayLimit with so many calls open new ones get a gateway's 429; 0 is without limit
 * @param retryAfter what the 429 says in {@code Retry-After}, in whole seconds; zero leaves it out
 */
public record Overload(int maxQueuedRequests, int maxQueuedTokens, int gatewayLimit, Duration retryAfter) {

    /** Queues everything. */
    public static final Overload QUEUE = new Overload(0, 0, 0, Duration.ofSeconds(1));

    public Overload {
        requireNotNegative("maxQueuedRequests", maxQueuedRequests);
        requireNotNegative("maxQueuedTokens", maxQueuedTokens);
        requireNotNegative("gatewayLimit", gatewayLimit);
        if (retryAfter.isNegative()) {
            throw new IllegalArgumentException("retryAfter is " + retryAfter + "; give zero or more");
        }
    }

    /** 503 once so many sequences wait. */
    public static Overload busyAbove(int queuedRequests) {
        return new Overload(queuedRequests, 0, 0, Duration.ZERO);
    }

    /** 503 once so many prompt tokens wait. */
    public static Overload busyAboveTokens(int queuedTokens) {
        return new Overload(0, queuedTokens, 0, Duration.ZERO);
    }

    /** 429 once so many calls are open. */
    public static Overload gateway(int openCalls, Duration retryAfter) {
        return new Overload(0, 0, openCalls, retryAfter);
    }

    private static void requireNotNegative(String name, int value) {
        if (value < 0) {
            throw new IllegalArgumentException(name + " is " + value + "; give 0 for no limit, or more");
        }
    }
}

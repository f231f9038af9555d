package dev.grip.rehearsal.faults;

import java.time.Duration;
import java.util.List;

/**
 * What a fault does. Durations of zero mean without end, unless said otherwise. In a stream, {@code events} counts the events
 * with text that still get through.
 */
public sealed interface Effect {

    /** Events of a stream that pass before a break, unless said otherwise. */
    int USUAL_EVENTS = 2;

    /** One of each kind, with the values it has unless others are given. */
    List<Effect> USUAL = List.of(
            Status.of(500),
            new Hang(Duration.ZERO),
            new Stall(0, Duration.ZERO, Duration.ZERO),
            new Reset(Point.BEFORE_HEADERS, USUAL_EVENTS),
            new Cut(Point.MID_BODY, USUAL_EVENTS),
            new Refuse(Duration.ofSeconds(1)),
            new Crash(Duration.ofSeconds(1), "", 0),
            new EngineDead(Duration.ZERO),
            new EngineHang(Duration.ZERO),
            new NoDone(),
            new NoFinish(),
            new ErrorEvent(USUAL_EVENTS),
            new Split(),
            new IdleClose(Duration.ZERO),
            new TruncatedJson(),
            new FinishReason("abort"),
            new NullContent(),
            new ReasoningOnly(),
            new FewerChoices(),
            new ShuffledChoices(),
            new OtherModel("another-model"));

    /** Points of an answer: before anything, between headers and body, in the middle of a body or stream. */
    enum Point {
        BEFORE_HEADERS,
        BEFORE_BODY,
        MID_BODY
    }

    /** Shapes of an error: the server's own; now, formerly, 401's text, no JSON at all, a proxy's page. */
    enum Shape {
        USUAL,
        OBJECT,
        FLAT,
        STRING,
        TEXT,
        HTML
    }

    /**
     * An error status instead of an answer.
     *
     * @param message empty for the usual words of the status
     * @param retryAfter what {@code Retry-After} says; zero leaves it out
     * @param size bytes that the body has at least
     */
    record Status(int status, Shape shape, String message, Duration retryAfter, int size) implements Effect {

        private static final int LARGEST = 64 * 1024 * 1024;

        public Status {
            if (status < 400 || status > 599) {
                throw new IllegalArgumentException("status is " + status + "; give 400 to 599");
            }
            if (retryAfter.isNegative()) {
                throw new IllegalArgumentException("retryAfter is " + retryAfter + "; give zero or more");
            }
            if (size < 0 || size > LARGEST) {
                throw new IllegalArgumentException("size is " + size + "; give 0 to " + LARGEST + " bytes");
            }
        }

        public static Status of(int status) {
            return new Status(status, Shape.USUAL, "", Duration.ZERO, 0);
        }

        public Status withShape(Shape other) {
            return new Status(status, other, message, retryAfter, size);
        }

        public Status withMessage(String words) {
            return new Status(status, shape, words, retryAfter, size);
        }

        public Status withRetryAfter(Duration wait) {
            return new Status(status, shape, message, wait, size);
        }

        public Status withSize(int bytes) {
            return new Status(status, shape, message, retryAfter, bytes);
        }
    }

    /** Nothing, not even headers, for so long; then as if nothing had been. */
    record Hang(Duration duration) implements Effect {

        public Hang {
            requireNotNegative("duration", duration);
        }
    }

    /**
     * The answer begins and then stands still for so long.
     *
     * @param comments how far apart keep-alive comments come meanwhile; zero for none
     */
    record Stall(int events, Duration duration, Duration comments) implements Effect {

        public Stall {
            requireNotNegative("events", events);
            requireNotNegative("duration", duration);
            requireNotNegative("comments", comments);
        }
    }

    /** The connection is reset (RST). */
    record Reset(Point point, int events) implements Effect {

        public Reset {
            requireNotNegative("events", events);
        }
    }

    /** The connection is closed in order (FIN) although the answer is not complete. */
    record Cut(Point point, int events) implements Effect {

        public Cut {
            requireNotNegative("events", events);
        }
    }

    /** The server stops listening for so long; connections that are open stay. */
    record Refuse(Duration duration) implements Effect {

        public Refuse {
            requireNotNegative("duration", duration);
        }
    }

    /**
     * The server dies with all its connections and is back after so long.
     *
     * @param model the name it then serves, empty for the same
     * @param maxModelLength the context length it then has, 0 for the same
     */
    record Crash(Duration duration, String model, int maxModelLength) implements Effect {

        public Crash {
            requireNotNegative("duration", duration);
            requireNotNegative("maxModelLength", maxModelLength);
        }
    }

    /** The engine dies: 500 to every call, 503 at {@code /health}, for so long. */
    record EngineDead(Duration duration) implements Effect {

        public EngineDead {
            requireNotNegative("duration", duration);
        }
    }

    /** The engine stands still, and everything else goes on as if it did not, for so long. */
    record EngineHang(Duration duration) implements Effect {

        public EngineHang {
            requireNotNegative("duration", duration);
        }
    }

    /** A stream ends in order, but without {@code [DONE]}. */
    record NoDone() implements Effect {}

    /** No choice ever gets a finish reason. */
    record NoFinish() implements Effect {}

    /** The stream turns into an error after so many events: one more event and {@code [DONE]}, with status 200. */
    record ErrorEvent(int events) implements Effect {

        public ErrorEvent {
            requireNotNegative("events", events);
        }
    }

    /** The answer arrives in pieces that end inside {@code data:} and inside characters. */
    record Split() implements Effect {}

    /** The connection is closed (FIN) when it was idle for so long after the answer; zero is at once. */
    record IdleClose(Duration duration) implements Effect {

        public IdleClose {
            requireNotNegative("duration", duration);
        }
    }

    /** The answer's JSON stops in the middle, in a complete HTTP response. */
    record TruncatedJson() implements Effect {}

    /** Every choice has this finish reason; with {@code length} and {@code abort} its text is cut as well. */
    record FinishReason(String reason) implements Effect {}

    /** Every choice has null for content. */
    record NullContent() implements Effect {}

    /** Every choice has its text as reasoning and null for content. */
    record ReasoningOnly() implements Effect {}

    /** The last choice is missing. */
    record FewerChoices() implements Effect {}

    /** The choices come in another order, each with its right index. */
    record ShuffledChoices() implements Effect {}

    /** The answer names another model. */
    record OtherModel(String model) implements Effect {}

    private static void requireNotNegative(String name, Duration value) {
        if (value.isNegative()) {
            throw new IllegalArgumentException(name + " is " + value + "; give zero or more, such as 5s");
        }
    }

    private static void requireNotNegative(String name, int value) {
        if (value < 0) {
            throw new IllegalArgumentException(name + " is " + value + "; give 0 or more");
        }
    }
}

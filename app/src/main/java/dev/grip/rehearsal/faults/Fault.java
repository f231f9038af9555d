package dev.grip.rehearsal.faults;

import java.time.Duration;
import java.util.function.UnaryOperator;

/** Something that goes wrong on purpose: what, when, and which requests it meets. */
public record Fault(Effect effect, Trigger trigger, Match match) {

    /** Meets every call of an endpoint, always. */
    public static Fault of(Effect effect) {
        return new Fault(effect, Trigger.ALWAYS, Match.ANY_CALL);
    }

    /** An error status in the usual shape. */
    public static Fault status(int status) {
        return of(Effect.Status.of(status));
    }

    /** The call is taken and never answered. */
    public static Fault hang() {
        return of(new Effect.Hang(Duration.ZERO));
    }

    /** The connection is reset (RST) at this point of the answer. */
    public static Fault reset(Effect.Point point) {
        return of(new Effect.Reset(point, Effect.USUAL_EVENTS));
    }

    /** The connection is closed in order (FIN) at this point of the answer. */
    public static Fault cut(Effect.Point point) {
        return of(new Effect.Cut(point, Effect.USUAL_EVENTS));
    }

    /** Meets this share of the requests it fits, 0 to 1. */
    public Fault withRate(double rate) {
        return when(it -> it.withRate(rate));
    }

    /** Meets the k-th of the requests it fits, then the 2k-th and so on. */
    public Fault everyKth(int k) {
        return when(it -> it.withEvery(k));
    }

    /** Lets so many requests that it fits pass first. */
    public Fault after(int requests) {
        return when(it -> it.withSkip(requests));
    }

    /** Happens so many times at most. */
    public Fault times(int most) {
        return when(it -> it.withTimes(most));
    }

    /** Happens only from and until these times after the server's start or the change that brought it; zero is no end. */
    public Fault between(Duration from, Duration until) {
        return when(it -> it.withWindow(from, until));
    }

    /** Meets only requests with this text in their body. */
    public Fault onBody(String text) {
        return new Fault(effect, trigger, match.withBody(text));
    }

    /** Meets only requests whose path begins so. */
    public Fault onPath(String path) {
        return new Fault(effect, trigger, match.withPath(path));
    }

    /** Meets only requests for this model. */
    public Fault onModel(String model) {
        return new Fault(effect, trigger, match.withModel(model));
    }

    /** Meets only requests whose {@code X-Request-Id} contains this. */
    public Fault onRequestId(String part) {
        return new Fault(effect, trigger, match.withRequestId(part));
    }

    private Fault when(UnaryOperator<Trigger> change) {
        return new Fault(effect, change.apply(trigger), match);
    }
}

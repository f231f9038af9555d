package dev.grip.rehearsal.wire;

import io.netty.buffer.Unpooled;
import java.time.Duration;
import java.util.ArrayDeque;

/**
 * Begins an answer and then stands still for a time, or for ever. What comes meanwhile is kept and follows afterwards. A stream
 * may be kept alive by comments.
 */
public final class Stalling implements Outlet {

    private final Exchange exchange;
    private final Duration duration;
    private final Duration comments;
    private final ArrayDeque<Runnable> kept = new ArrayDeque<>();
    private int eventsLeft;
    private boolean begun;
    private boolean over;

    /** Still after so many events with text; a duration of zero is for ever. */
    public Stalling(Exchange exchange, int events, Duration duration, Duration comments) {
        this.exchange = exchange;
        this.duration = duration;
        this.comments = comments;
        this.eventsLeft = events;
    }

    @Override
    public void whole(Response response) {
        int first = eventsLeft == 0 ? 0 : response.body().length / 2;
        exchange.head(response);
        exchange.part(Unpooled.wrappedBuffer(response.body(), 0, first));
        standStill(Duration.ZERO);
        pass(() -> exchange.part(Unpooled.wrappedBuffer(response.body(), first, response.body().length - first)));
        pass(exchange::end);
    }

    @Override
    public void open() {
        exchange.open();
        if (eventsLeft == 0) {
            standStill(comments);
        }
    }

    @Override
    public void event(Event event) {
        pass(() -> exchange.event(event));
        if (event.kind() == Event.Kind.TEXT && --eventsLeft == 0) {
            standStill(comments);
        }
    }

    @Override
    public void end() {
        pass(exchange::end);
    }

    private void pass(Runnable action) {
        if (begun && !over) {
            kept.add(action);
        } else {
            action.run();
        }
    }

    /** Comments are for streams: anywhere else they would be part of the body. */
    private void standStill(Duration commentsApart) {
        begun = true;
        if (!duration.isZero()) {
            exchange.later(duration, this::goOn);
        }
        if (!commentsApart.isZero()) {
            exchange.later(comments, this::comment);
        }
    }

    private void comment() {
        if (!over) {
            exchange.comment();
            exchange.later(comments, this::comment);
        }
    }

    private void goOn() {
        over = true;
        for (Runnable action = kept.poll(); action != null; action = kept.poll()) {
            action.run();
        }
    }
}

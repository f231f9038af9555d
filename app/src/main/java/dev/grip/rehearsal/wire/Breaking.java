package dev.grip.rehearsal.wire;

import dev.grip.rehearsal.faults.Effect.Point;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

/** Gets so far with an answer and then breaks the connection off, in the middle of an event if it is a stream. */
public final class Breaking implements Outlet {

    private final Exchange exchange;
    private final Point point;
    private final Runnable breakOff;
    private final Allowance allowance;

    /** By {@code exchange::reset} or {@code exchange::cut}, after so many events with text. */
    public Breaking(Exchange exchange, Point point, int events, Runnable breakOff) {
        this.exchange = exchange;
        this.point = point;
        this.breakOff = breakOff;
        this.allowance = new Allowance(events);
    }

    @Override
    public void whole(Response response) {
        if (point != Point.BEFORE_HEADERS) {
            exchange.head(response);
        }
        if (point == Point.MID_BODY) {
            exchange.part(Unpooled.wrappedBuffer(response.body(), 0, response.body().length / 2));
        }
        breakOff.run();
    }

    @Override
    public void open() {
        if (point != Point.BEFORE_HEADERS) {
            exchange.open();
        }
        if (point != Point.MID_BODY) {
            breakOff.run();
        }
    }

    @Override
    public void event(Event event) {
        if (allowance.passes(event)) {
            exchange.event(event);
            return;
        }
        ByteBuf bytes = Exchange.bytes(event);
        exchange.part(bytes.readRetainedSlice(bytes.readableBytes() / 2));
        bytes.release();
        breakOff.run();
    }

    @Override
    public void end() {
        breakOff.run();
    }
}

package dev.grip.rehearsal.wire;

import io.netty.buffer.Unpooled;
import java.time.Duration;
import java.util.ArrayDeque;

/** Sends an answer in small pieces, a moment apart, that end where readers like it least: inside a character or a field name. */
public final class Splitting implements Outlet {

    private static final Duration MOMENT = Duration.ofMillis(1);
    private static final int INSIDE_DATA = 3;
    private static final int PIECE = 50;

    private final Exchange exchange;
    private final ArrayDeque<Runnable> pieces = new ArrayDeque<>();

    public Splitting(Exchange exchange) {
        this.exchange = exchange;
    }

    @Override
    public void whole(Response response) {
        exchange.head(response);
        split(response.body(), 0);
        end();
    }

    @Override
    public void open() {
        exchange.open();
    }

    @Override
    public void event(Event event) {
        var bytes = Exchange.bytes(event);
        byte[] all = new byte[bytes.readableBytes()];
        bytes.readBytes(all).release();
        add(() -> exchange.part(Unpooled.wrappedBuffer(all, 0, INSIDE_DATA)));
        split(all, INSIDE_DATA);
    }

    @Override
    public void end() {
        add(exchange::end);
    }

    private void split(byte[] all, int from) {
        int at = from;
        while (at < all.length) {
            int begin = at;
            int end = pieceEnd(all, begin);
            add(() -> exchange.part(Unpooled.wrappedBuffer(all, begin, end - begin)));
            at = end;
        }
    }

    /** After the first byte of the next character that has several, or after a number of plain ones. */
    private static int pieceEnd(byte[] all, int begin) {
        int last = Math.min(all.length, begin + PIECE);
        for (int i = begin; i < last; i++) {
            if ((all[i] & 0xC0) == 0xC0) {
                return i + 1;
            }
        }
        return last;
    }

    private void add(Runnable piece) {
        pieces.add(piece);
        if (pieces.size() == 1) {
            exchange.later(MOMENT, this::next);
        }
    }

    private void next() {
        pieces.element().run();
        pieces.remove();
        if (!pieces.isEmpty()) {
            exchange.later(MOMENT, this::next);
        }
    }
}

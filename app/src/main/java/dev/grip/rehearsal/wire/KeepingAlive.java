package dev.grip.rehearsal.wire;

import java.time.Duration;

/** Passes an answer on and sends a comment whenever a stream has been silent for a while. */
public final class KeepingAlive implements Outlet {

    private final Exchange exchange;
    private final Duration apart;
    private boolean silent = true;

    public KeepingAlive(Exchange exchange, Duration apart) {
        this.exchange = exchange;
        this.apart = apart;
    }

    @Override
    public void whole(Response response) {
        exchange.whole(response);
    }

    @Override
    public void open() {
        exchange.open();
        exchange.later(apart, this::look);
    }

    @Override
    public void event(Event event) {
        silent = false;
        exchange.event(event);
    }

    @Override
    public void end() {
        exchange.end();
    }

    private void look() {
        if (silent) {
            exchange.comment();
        }
        silent = true;
        exchange.later(apart, this::look);
    }
}

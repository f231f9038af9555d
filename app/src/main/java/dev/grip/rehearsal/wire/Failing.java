package dev.grip.rehearsal.wire;

/** Turns a stream into an error after so many events with text, and a whole answer into a status of 500. */
public final class Failing implements Outlet {

    private final Exchange exchange;
    private final Response whole;
    private final Event error;
    private final Allowance allowance;

    /** With what is said instead of the answer, and instead of the rest of a stream. */
    public Failing(Exchange exchange, int events, Response whole, Event error) {
        this.exchange = exchange;
        this.allowance = new Allowance(events);
        this.whole = whole;
        this.error = error;
    }

    @Override
    public void whole(Response response) {
        exchange.whole(whole);
    }

    @Override
    public void open() {
        exchange.open();
    }

    @Override
    public void event(Event event) {
        if (allowance.passes(event)) {
            exchange.event(event);
            return;
        }
        exchange.event(error);
        exchange.event(Event.DONE);
        exchange.end();
    }

    @Override
    public void end() {
        exchange.end();
    }
}

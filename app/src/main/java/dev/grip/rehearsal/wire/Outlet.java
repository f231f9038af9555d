package dev.grip.rehearsal.wire;

/** Where an answer goes: one whole response, or a stream that is opened, gets events and ends. */
public interface Outlet {

    void whole(Response response);

    void open();

    void event(Event event);

    void end();
}

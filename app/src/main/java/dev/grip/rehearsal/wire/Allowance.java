package dev.grip.rehearsal.wire;

/** How much of a stream gets through before something happens to it: the roles, and so many events with text. */
final class Allowance {

    private int eventsLeft;

    Allowance(int events) {
        eventsLeft = events;
    }

    /** Whether this event still does; each is asked about once. */
    boolean passes(Event event) {
        return event.kind() == Event.Kind.ROLE || (event.kind() == Event.Kind.TEXT && eventsLeft-- > 0);
    }
}

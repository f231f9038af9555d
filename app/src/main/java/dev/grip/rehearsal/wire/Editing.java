package dev.grip.rehearsal.wire;

import java.util.Optional;
import java.util.function.Function;

/** Passes an answer on with its body changed, or with events changed or left out. */
public final class Editing implements Outlet {

    private final Outlet onward;
    private final Function<Response, Response> body;
    private final Function<Event, Optional<Event>> events;

    private Editing(Outlet onward, Function<Response, Response> body, Function<Event, Optional<Event>> events) {
        this.onward = onward;
        this.body = body;
        this.events = events;
    }

    /** Without events of one kind. */
    public static Outlet without(Event.Kind kind, Outlet onward) {
        return new Editing(onward, body -> body, event -> event.kind() == kind ? Optional.empty() : Optional.of(event));
    }

    /** With the body, or the data of every event with text, cut in the middle. */
    public static Outlet truncated(Outlet onward) {
        return new Editing(
                onward, Editing::half, event -> Optional.of(event.kind() == Event.Kind.TEXT ? half(event) : event));
    }

    private static Response half(Response response) {
        return response.withBody(java.util.Arrays.copyOf(response.body(), response.body().length / 2));
    }

    private static Event half(Event event) {
        return new Event(event.kind(), event.data().substring(0, event.data().length() / 2));
    }

    @Override
    public void whole(Response response) {
        onward.whole(body.apply(response));
    }

    @Override
    public void open() {
        onward.open();
    }

    @Override
    public void event(Event event) {
        events.apply(event).ifPresent(onward::event);
    }

    @Override
    public void end() {
        onward.end();
    }
}

package dev.grip.rehearsal;

import dev.grip.rehearsal.faults.Effect;
import dev.grip.rehearsal.wire.Breaking;
import dev.grip.rehearsal.wire.Editing;
import dev.grip.rehearsal.wire.Event;
import dev.grip.rehearsal.wire.Exchange;
import dev.grip.rehearsal.wire.Failing;
import dev.grip.rehearsal.wire.Outlet;
import dev.grip.rehearsal.wire.Splitting;
import dev.grip.rehearsal.wire.Stalling;
import io.netty.handler.codec.http.HttpResponseStatus;

/** What a fault does to an answer on its way. */
final class Delivery {

    private Delivery() {}

    /** Where the answer is to go instead of straight to the exchange. */
    static Outlet of(Effect effect, Exchange exchange) {
        if (effect instanceof Effect.Reset reset) {
            return new Breaking(exchange, reset.point(), reset.events(), exchange::reset);
        }
        if (effect instanceof Effect.Cut cut) {
            return new Breaking(exchange, cut.point(), cut.events(), exchange::cut);
        }
        if (effect instanceof Effect.Stall stall) {
            return new Stalling(exchange, stall.events(), stall.duration(), stall.comments());
        }
        if (effect instanceof Effect.ErrorEvent error) {
            return failing(error, exchange);
        }
        if (effect instanceof Effect.IdleClose idle) {
            exchange.closeIdleAfter(idle.duration());
        }
        return edited(effect, exchange);
    }

    private static Outlet edited(Effect effect, Exchange exchange) {
        if (effect instanceof Effect.NoDone) {
            return Editing.without(Event.Kind.DONE, exchange);
        }
        if (effect instanceof Effect.NoFinish) {
            return Editing.without(Event.Kind.FINISH, exchange);
        }
        if (effect instanceof Effect.TruncatedJson) {
            return Editing.truncated(exchange);
        }
        return effect instanceof Effect.Split ? new Splitting(exchange) : exchange;
    }

    private static Outlet failing(Effect.ErrorEvent effect, Exchange exchange) {
        WireException error = WireException.of(
                HttpResponseStatus.INTERNAL_SERVER_ERROR, "Internal server error: the request could not be completed.");
        Event event = new Event(Event.Kind.ERROR, WireJson.text(ErrorBody.object(error)));
        return new Failing(exchange, effect.events(), error.response(Effect.Shape.OBJECT), event);
    }
}

package dev.grip.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.grip.rehearsal.config.FaultJson;
import dev.grip.rehearsal.config.RecordJson;
import dev.grip.rehearsal.faults.Effect;
import dev.grip.rehearsal.faults.Effect.Shape;
import dev.grip.rehearsal.wire.Exchange;
import dev.grip.rehearsal.wire.Response;
import io.netty.handler.codec.http.HttpResponseStatus;

/**
 * {@code /admin}: shows and changes a server while it runs. Needs no key, meets no faults and is not in the journal.
 *
 * <pre>
 * GET, POST   /admin/config     all settings; a change names only what is to be different
 * GET, DELETE /admin/journal    what came, ?id= and ?limit= choose; forgets it
 * POST        /admin/fault      lets a mishap of the whole server happen now, such as {"kind": "engine-hang"}
 * POST        /admin/kill       resets all connections and stops listening
 * POST        /admin/restart    the same, and is back at once with the settings given
 * </pre>
 */
final class Admin {

    static final String PATH = "/admin/";

    private final RehearsalServer server;

    Admin(RehearsalServer server) {
        this.server = server;
    }

    void answer(Call call, Exchange exchange) {
        attempt(exchange, () -> route(call, exchange));
    }

    private static void attempt(Exchange exchange, Runnable action) {
        try {
            action.run();
        } catch (WireException refusal) {
            exchange.run(() -> exchange.whole(refusal.response(Shape.OBJECT)));
        } catch (IllegalArgumentException wrong) {
            WireException refusal = WireException.badRequest(String.valueOf(wrong.getMessage()), null);
            exchange.run(() -> exchange.whole(refusal.response(Shape.OBJECT)));
        }
    }

    private void route(Call call, Exchange exchange) {
        switch (call.http().method() + " " + call.path()) {
            case "GET /admin/config" -> exchange.whole(json(RecordJson.write(server.config())));
            case "POST /admin/config" -> change(call, exchange);
            case "GET /admin/journal" -> exchange.whole(json(JournalJson.of(server.journal(), call)));
            case "DELETE /admin/journal" -> exchange.whole(clear());
            case "POST /admin/fault" -> fault(call, exchange);
            case "POST /admin/kill" -> last(exchange, () -> server.later(server::kill));
            case "POST /admin/restart" -> restart(call, exchange);
            default -> throw WireException.of(HttpResponseStatus.NOT_FOUND);
        }
    }

    /** Away from the event loop: a change waits while the server dies, and dying needs the loop. */
    private void change(Call call, Exchange exchange) {
        ObjectNode given = call.json();
        server.later(() -> attempt(exchange, () -> {
            server.change(config -> RecordJson.change(config, given, ""));
            Response settings = json(RecordJson.write(server.config()));
            exchange.run(() -> exchange.whole(settings));
        }));
    }

    private Response clear() {
        server.journal().clear();
        return json(WireJson.object().put("cleared", true));
    }

    private void fault(Call call, Exchange exchange) {
        ObjectNode given = call.json();
        Effect effect = FaultJson.effect(given);
        if (!Mishaps.of(effect)) {
            throw WireException.badRequest(
                    FaultJson.kind(effect) + " befalls calls, not the server; put it into faults of /admin/config",
                    null);
        }
        last(exchange, () -> server.strike(effect));
    }

    private void restart(Call call, Exchange exchange) {
        ObjectNode given = call.http().body().length == 0 ? WireJson.object() : call.json();
        RehearsalConfig next = server.changed(config -> RecordJson.change(config, given, ""));
        last(exchange, () -> server.later(() -> server.restart(config -> next)));
    }

    /** Says yes first, because what follows may end this connection as well. */
    private static void last(Exchange exchange, Runnable action) {
        exchange.whole(json(WireJson.object().put("accepted", true)));
        exchange.afterWrites(action);
    }

    private static Response json(JsonNode body) {
        return Response.json(200, WireJson.bytes(body));
    }
}

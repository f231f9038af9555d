package dev.grip.rehearsal;

import dev.grip.rehearsal.config.ConfigException;
import dev.grip.rehearsal.config.FaultJson;
import dev.grip.rehearsal.faults.Effect;
import dev.grip.rehearsal.wire.Exchange;
import dev.grip.rehearsal.wire.HttpCall;
import dev.grip.rehearsal.wire.KeepingAlive;
import dev.grip.rehearsal.wire.Outlet;
import dev.grip.rehearsal.wire.Response;
import dev.grip.rehearsal.wire.Service;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where requests arrive: writes each into the journal, lets it meet its fault, and has it answered. */
final class Desk implements Service {

    private static final String FAULT_HEADER = "X-Rehearsal-Fault";

    private final Journal journal;
    private final RehearsalServer server;
    private final Admin admin;
    private volatile Lifetime life;

    Desk(Lifetime life, RehearsalServer server) {
        this.life = life;
        this.server = server;
        this.journal = server.journal();
        this.admin = new Admin(server);
    }

    Lifetime life() {
        return life;
    }

    void begin(Lifetime next) {
        life = next;
    }

    @Override
    public void answer(HttpCall http, Exchange exchange) {
        if (http.path().startsWith(Admin.PATH)) {
            admin.answer(new Call(http), exchange);
            return;
        }
        Lifetime now = life;
        Journal.Entry entry = journal.add(http.givenId(), http.method(), http.path(), http.body());
        now.calls(1);
        exchange.onEnd((how, status) -> {
            now.calls(-1);
            entry.ended(end(how, now), status);
        });
        if (http.broken()) {
            exchange.whole(Response.empty(400));
            return;
        }
        Call call = new Call(http);
        try {
            Optional<Effect> effect = effect(now, call);
            effect.ifPresent(met -> entry.meets(FaultJson.kind(met)));
            meet(effect.orElse(null), now, call, exchange);
        } catch (ConfigException wrongHeader) {
            exchange.whole(WireException.badRequest(FAULT_HEADER + ": " + wrongHeader.getMessage(), FAULT_HEADER)
                    .response(Effect.Shape.OBJECT));
        }
    }

    /** What goes wrong with a request: what its header asks for, or what the plan has for it. */
    private static Optional<Effect> effect(Lifetime now, Call call) {
        String header = call.http().header(FAULT_HEADER);
        return header.isEmpty() ? now.fault(call) : Optional.of(FaultJson.ofHeader(header));
    }

    private void meet(@Nullable Effect effect, Lifetime now, Call call, Exchange exchange) {
        if (effect == null) {
            answer(now, call, exchange, usual(now, exchange), Twist.NONE);
        } else if (effect instanceof Effect.Status status) {
            exchange.whole(ErrorBody.of(status, new Errors(now.config().wire())));
        } else if (effect instanceof Effect.Hang hang) {
            if (!hang.duration().isZero()) {
                exchange.later(hang.duration(), () -> answer(now, call, exchange, usual(now, exchange), Twist.NONE));
            }
        } else if (effect instanceof Effect.Crash) {
            server.strike(effect);
        } else {
            if (Mishaps.of(effect)) {
                server.strike(effect);
            }
            answer(now, call, exchange, Delivery.of(effect, exchange), new Twist(effect));
        }
    }

    private static Outlet usual(Lifetime now, Exchange exchange) {
        Duration comments = now.config().wire().comments();
        return comments.isZero() ? exchange : new KeepingAlive(exchange, comments);
    }

    private void answer(Lifetime now, Call call, Exchange exchange, Outlet outlet, Twist twist) {
        Reply reply = now.answer(call, twist);
        if (reply instanceof Reply.Whole whole) {
            outlet.whole(whole.response());
        } else if (reply instanceof Reply.Generated generated) {
            Generation.start(generated.work(), now.runner(), exchange, outlet, journal);
        }
    }

    @Override
    public Duration keepAlive() {
        return life.config().wire().keepAlive();
    }

    @Override
    public void connected(int connections) {
        journal.connections(connections);
    }

    private static Journal.End end(Exchange.End how, Lifetime during) {
        return switch (how) {
            case ANSWERED -> Journal.End.ANSWERED;
            case CLIENT_GONE -> during.over() ? Journal.End.BROKEN_OFF : Journal.End.CLIENT_GONE;
            case BROKEN_OFF -> Journal.End.BROKEN_OFF;
        };
    }
}

package dev.grip.rehearsal.wire;

import java.time.Duration;

/** What answers the requests of all connections. Called on their event loops. */
public interface Service {

    void answer(HttpCall call, Exchange exchange);

    /** How long a connection may stay idle after an answer before it is closed; zero is for ever. */
    Duration keepAlive();

    /** So many connections are open now. */
    void connected(int connections);
}

package dev.grip.llm.fleet;

import dev.grip.llm.FailureCategory;
import dev.grip.llm.fleet.Trouble.Retry;
import dev.grip.llm.http.ServerConnection;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Servers that nothing is sent to, for tests of who may go where; time passes when told to. */
final class IdleServers implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofMinutes(15);

    private final FakeTempo tempo = new FakeTempo(0.5);
    private final Admission admission = new Admission(tempo);
    private final List<Replica> replicas = new ArrayList<>();

    /** A call on a thread of its own, on its way to a server. */
    record Caller(Thread thread, CompletableFuture<Admission.Ticket> ticket) {}

    FakeTempo tempo() {
        return tempo;
    }

    Admission admission() {
        return admission;
    }

    /** A server to which so many may be out, 32 at most. */
    Replica replica(int limit) {
        URI url = URI.create("http://127.0.0.1:" + (replicas.size() + 1) + "/v1");
        Replica replica = new Replica(new ServerConnection(url, null, 1), limit);
        replicas.add(replica);
        return replica;
    }

    ModelPool pool(Replica... servers) {
        return new ModelPool(Endpoint.of(Role.JUDGE, "http://localhost:1", "m"), List.of(servers));
    }

    static Errand errand(String stage, String affinity) {
        return new Errand("key", stage, affinity, 1);
    }

    static Errand errand(int sequences) {
        return new Errand("key", "stage", "item", sequences);
    }

    /** Lets a call go that need not wait. */
    Replica enter(ModelPool pool, Errand errand) throws InterruptedException {
        Replica replica = admission.enter(pool, errand, PATIENCE).replica();
        if (replica == null) {
            throw new AssertionError("The call was turned away");
        }
        return replica;
    }

    /** Lets a call wait; returns when it does. */
    Caller waiting(ModelPool pool, Errand errand) throws InterruptedException {
        int before = admission.waiting(pool);
        Caller caller = entering(pool, errand);
        Rehearsed.until(
                () -> admission.waiting(pool) > before || caller.ticket().isDone());
        return caller;
    }

    Caller entering(ModelPool pool, Errand errand) {
        CompletableFuture<Admission.Ticket> ticket = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                ticket.complete(admission.enter(pool, errand, PATIENCE));
            } catch (InterruptedException | RuntimeException e) {
                ticket.completeExceptionally(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
        return new Caller(thread, ticket);
    }

    /** The call is back with an answer. */
    void succeed(Replica replica, Errand errand) {
        admission.succeeded(replica, errand, 1);
    }

    /** The call is back without one. */
    Trouble fail(Replica replica, Errand errand, FailureCategory category, Retry retry) {
        return admission.failed(replica, errand, Trouble.of(category, retry, "it broke", "mend it"));
    }

    /** As many failures as make nobody go there any more. */
    void breakDown(ModelPool pool, Replica replica) throws InterruptedException {
        while (out(replica, one -> one.breaker().closed() ? 1 : 0) > 0) {
            Errand errand = errand(1);
            if (enter(pool, errand) != replica) {
                throw new AssertionError("The call went elsewhere");
            }
            fail(replica, errand, FailureCategory.SERVER_ERROR, Retry.BACKOFF);
        }
    }

    int out(Replica replica) {
        return out(replica, Replica::out);
    }

    private int out(Replica replica, java.util.function.ToIntFunction<Replica> figure) {
        return admission.read(replica, figure::applyAsInt);
    }

    @Override
    public void close() {
        replicas.forEach(Replica::close);
    }
}

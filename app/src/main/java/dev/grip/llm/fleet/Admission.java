package dev.grip.llm.fleet;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Lets calls go to servers, never more than each has room for. A call waits here, not at the server, and goes to whichever server
 * of its model is free: the one that has seen the beginning of its prompt if that is not much busier than the others, otherwise
 * the least busy. One lock guards the state of all servers of a fleet; it is held for microseconds. Thread-safe.
 */
final class Admission {

    private static final Duration LOOK_UP = Duration.ofSeconds(1);
    /** How much busier, as a share of its limit, the server that knows the prompt's beginning may be. */
    private static final double AFFINITY = 0.25;

    private final ReentrantLock lock = new ReentrantLock();
    private final Tempo tempo;
    private long arrivals;

    Admission(Tempo tempo) {
        this.tempo = tempo;
    }

    /** Where a call may go, or why it may go nowhere. */
    record Ticket(@Nullable Replica replica, @Nullable Trouble refusal) {}

    /** Waits for room; a call is turned away when no server can be used for as long as {@code patience}. */
    Ticket enter(ModelPool pool, Errand errand, Duration patience) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            Waiter waiter = new Waiter(errand, arrivals++, lock.newCondition());
            pool.line().add(waiter);
            if (pool.line().size() == 1) {
                admitFirst(pool);
            }
            return await(pool, waiter, patience);
        } finally {
            lock.unlock();
        }
    }

    private Ticket await(ModelPool pool, Waiter waiter, Duration patience) throws InterruptedException {
        try {
            while (waiter.replica() == null) {
                Optional<Trouble> refusal = refusal(pool, patience);
                if (refusal.isPresent()) {
                    pool.line().remove(waiter);
                    return new Ticket(null, refusal.get());
                }
                waiter.assigned().awaitNanos(LOOK_UP.toNanos());
            }
            return new Ticket(waiter.replica(), null);
        } catch (InterruptedException e) {
            Replica replica = waiter.replica();
            if (replica == null) {
                pool.line().remove(waiter);
                // Those behind may have waited only for this one to find room.
                pool.replicas().forEach(this::admit);
            } else {
                replica.leave(waiter.errand());
                admit(replica);
            }
            throw e;
        }
    }

    private Optional<Trouble> refusal(ModelPool pool, Duration patience) {
        long now = tempo.nanoTime();
        List<Trouble> hopeless = pool.replicas().stream()
                .flatMap(replica -> replica.hopeless(now, patience).stream())
                .toList();
        return hopeless.size() == pool.replicas().size() ? Optional.of(hopeless.get(0)) : Optional.empty();
    }

    /** The call is back from the server with an answer of so many tokens. */
    void succeeded(Replica replica, Errand errand, int tokens) {
        lock.lock();
        try {
            boolean full = replica.full();
            replica.leave(errand);
            if (replica.breaker().succeeded()) {
                replica.limit().restart();
            }
            if (!replica.measured()) {
                replica.limit().succeeded(tokens, full, tempo.nanoTime());
            }
            admit(replica);
        } finally {
            lock.unlock();
        }
    }

    /** The call is back from the server with this trouble; what is left of it for the call itself. */
    Trouble failed(Replica replica, Errand errand, Trouble trouble) {
        lock.lock();
        try {
            boolean late = replica.breaker().trying() && !replica.isTriedBy(errand);
            replica.leave(errand);
            Trouble left = late ? Diagnosis.late(trouble) : Diagnosis.of(replica, trouble, tempo.nanoTime());
            admit(replica);
            return left;
        } finally {
            lock.unlock();
        }
    }

    /** The call came to nothing that says anything about the server. */
    void leave(Replica replica, Errand errand) {
        change(replica, changed -> changed.leave(errand));
    }

    /** Changes a server's state and lets calls go where there is room now. */
    void change(Replica replica, Consumer<Replica> change) {
        lock.lock();
        try {
            change.accept(replica);
            admit(replica);
        } finally {
            lock.unlock();
        }
    }

    /** Reads several figures of a server at one moment. */
    <T> T read(Replica replica, Function<Replica, T> figures) {
        lock.lock();
        try {
            return figures.apply(replica);
        } finally {
            lock.unlock();
        }
    }

    /** How many calls wait for a model. */
    int waiting(ModelPool pool) {
        lock.lock();
        try {
            return pool.line().size();
        } finally {
            lock.unlock();
        }
    }

    private void admit(Replica replica) {
        while (admitOne(replica)) {
            // As many as there is room for.
        }
    }

    /** From the models that are served here, the one whose turn it is. */
    private boolean admitOne(Replica replica) {
        List<Waiter> candidates = new ArrayList<>();
        List<ModelPool> lines = new ArrayList<>();
        for (ModelPool pool : replica.pools()) {
            pool.line().next(replica.lastStage(), replica.lastAffinity()).ifPresent(waiter -> {
                candidates.add(waiter);
                lines.add(pool);
            });
        }
        Optional<Waiter> next = candidates.stream().min(Comparator.comparingLong(Waiter::arrival));
        if (next.isEmpty()) {
            return false;
        }
        Waiter waiter = next.get();
        if (!replica.hasRoom(waiter.errand().sequences(), tempo.nanoTime())) {
            return false;
        }
        lines.get(candidates.indexOf(waiter)).line().take(waiter);
        send(waiter, replica);
        return true;
    }

    private void admitFirst(ModelPool pool) {
        Waiter waiter = pool.line().next("", "").orElseThrow();
        choose(pool, waiter.errand()).ifPresent(replica -> {
            pool.line().take(waiter);
            send(waiter, replica);
        });
    }

    private Optional<Replica> choose(ModelPool pool, Errand errand) {
        long now = tempo.nanoTime();
        List<Replica> free = pool.replicas().stream()
                .filter(replica -> replica.hasRoom(errand.sequences(), now))
                .toList();
        Optional<Replica> idlest = free.stream().min(Comparator.comparingDouble(Replica::load));
        if (free.size() < 2 || idlest.isEmpty()) {
            return idlest;
        }
        Replica known = pool.home(errand.affinity());
        boolean near = free.contains(known) && known.load() <= idlest.get().load() + AFFINITY;
        return near ? Optional.of(known) : idlest;
    }

    private static void send(Waiter waiter, Replica replica) {
        replica.enter(waiter.errand());
        waiter.assign(replica);
    }
}

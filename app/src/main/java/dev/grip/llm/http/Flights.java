package dev.grip.llm.http;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** The calls under way to one server; one thread of the process looks after those of all servers. Thread-safe. */
final class Flights implements AutoCloseable {

    private static final long LOOK_MILLIS = 50;
    private static final ScheduledExecutorService WATCH = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "grip-model-calls");
        thread.setDaemon(true);
        return thread;
    });

    private final Set<Flight> open = ConcurrentHashMap.newKeySet();
    private final ScheduledFuture<?> looking =
            WATCH.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);

    void add(Flight flight) {
        open.add(flight);
    }

    void remove(Flight flight) {
        open.remove(flight);
    }

    /** Ends all that are under way now. */
    int stopAll(String reason) {
        open.forEach(flight -> flight.stop(reason));
        return open.size();
    }

    private void look() {
        long now = System.nanoTime();
        open.forEach(flight -> flight.look(now));
    }

    @Override
    public void close() {
        looking.cancel(false);
    }
}

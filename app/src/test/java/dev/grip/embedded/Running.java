package dev.grip.embedded;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The servers of one test, stopped after it. */
final class Running implements AutoCloseable {

    private final Deque<EmbeddedNeo4j> servers = new ArrayDeque<>();

    EmbeddedNeo4j add(EmbeddedNeo4j neo4j) {
        servers.push(neo4j);
        return neo4j;
    }

    /** Waits until it holds, for five minutes at most. */
    static void until(BooleanSupplier holds) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("It did not come true within 5 minutes");
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    @Override
    public void close() {
        servers.forEach(EmbeddedNeo4j::close);
    }
}

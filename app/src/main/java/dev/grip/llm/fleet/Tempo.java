package dev.grip.llm.fleet;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** Time and chance as the client sees them, so that tests can replace both. */
interface Tempo {

    Tempo SYSTEM = new Tempo() {
        @Override
        public long nanoTime() {
            return System.nanoTime();
        }

        @Override
        public void pause(Duration duration) throws InterruptedException {
            TimeUnit.NANOSECONDS.sleep(duration.toNanos());
        }

        @Override
        public double random() {
            return ThreadLocalRandom.current().nextDouble();
        }
    };

    long nanoTime();

    void pause(Duration duration) throws InterruptedException;

    /** Uniform in [0, 1). */
    double random();
}

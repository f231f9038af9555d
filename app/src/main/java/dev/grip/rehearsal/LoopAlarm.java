package dev.grip.rehearsal;

import dev.grip.rehearsal.engine.Alarm;
import io.netty.channel.EventLoop;
import java.util.concurrent.TimeUnit;

/** The real clock; wakes on an event loop, to the millisecond. */
record LoopAlarm(EventLoop loop) implements Alarm {

    @Override
    public long now() {
        return System.nanoTime();
    }

    // Nobody waits for it: a loop that has ended wakes nobody.
    @SuppressWarnings("FutureReturnValueIgnored")
    @Override
    public void wake(long time, Runnable action) {
        if (!loop.isShuttingDown()) {
            loop.schedule(action, Math.max(0, time - now()), TimeUnit.NANOSECONDS);
        }
    }
}

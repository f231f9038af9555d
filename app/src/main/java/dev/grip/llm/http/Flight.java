package dev.grip.llm.http;

import dev.grip.llm.http.Deadlines.Kind;
import java.time.Duration;
import okhttp3.Call;
import org.jspecify.annotations.Nullable;

/**
 * One call under way on the thread that waits for it. Another thread looks after it now and then, because a blocking read
 * notices neither an interrupt nor that only comments arrive.
 */
final class Flight {

    private final Call call;
    private final Deadlines deadlines;
    private final Thread thread = Thread.currentThread();
    private final long started = System.nanoTime();
    private volatile long lastEvent = started;
    private volatile boolean producing;
    private volatile @Nullable Exchange ended;

    Flight(Call call, Deadlines deadlines, boolean stream) {
        this.call = call;
        this.deadlines = stream ? deadlines : Deadlines.of(deadlines.whole());
    }

    /** The server has sent something that counts. */
    void progress() {
        producing = true;
        lastEvent = System.nanoTime();
    }

    /** Ends the call if its caller was interrupted or a deadline has passed. */
    void look(long now) {
        if (ended != null) {
            return;
        }
        if (thread.isInterrupted()) {
            stop("the calling thread was interrupted");
        } else if (now - started > deadlines.whole().toNanos()) {
            timeOut(Kind.WHOLE);
        } else if (now - lastEvent
                > deadlines.of(producing ? Kind.IDLE : Kind.FIRST).toNanos()) {
            timeOut(producing ? Kind.IDLE : Kind.FIRST);
        }
    }

    private void timeOut(Kind kind) {
        Duration after = deadlines.of(kind);
        end(new Exchange.TimedOut(kind, after));
    }

    void stop(String reason) {
        end(new Exchange.Stopped(reason));
    }

    private void end(Exchange how) {
        ended = how;
        call.cancel();
    }

    /** How it was ended from outside; null when it was not. */
    @Nullable
    Exchange ended() {
        return ended;
    }
}

package dev.grip.llm.fleet;

import java.util.concurrent.locks.Condition;
import org.jspecify.annotations.Nullable;

/** A call that waits for room at a server; belongs to {@link Admission}'s lock. */
final class Waiter {

    private final Errand errand;
    private final long arrival;
    private final Condition assigned;
    private int overtaken;
    private @Nullable Replica replica;

    Waiter(Errand errand, long arrival, Condition assigned) {
        this.errand = errand;
        this.arrival = arrival;
        this.assigned = assigned;
    }

    Errand errand() {
        return errand;
    }

    /** A number that grows with the time of arrival. */
    long arrival() {
        return arrival;
    }

    Condition assigned() {
        return assigned;
    }

    int overtaken() {
        return overtaken;
    }

    void overtake() {
        overtaken++;
    }

    /** Where it may go; null while it waits. */
    @Nullable
    Replica replica() {
        return replica;
    }

    void assign(Replica to) {
        replica = to;
        assigned.signal();
    }
}

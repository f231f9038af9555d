package dev.grip.rehearsal.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Sequences with a slot whose prefill has not begun, by the time when it does. */
final class Starting {

    private final PriorityQueue<Start> starts = new PriorityQueue<>();
    private long order;

    /** Compared by time, then by who came first. */
    private record Start(long at, long order, Sequence sequence) implements Comparable<Start> {

        @Override
        public int compareTo(Start other) {
            int byTime = Long.compare(at, other.at);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }

        boolean valid() {
            return sequence.due == this;
        }
    }

    void add(Sequence sequence, long at) {
        Start start = new Start(at, order++, sequence);
        sequence.due = start;
        starts.add(start);
    }

    /** When the next one is due; {@link Long#MAX_VALUE} if none is. */
    long next() {
        Start start = first();
        return start == null ? Long.MAX_VALUE : start.at();
    }

    Sequence take() {
        Sequence sequence = starts.remove().sequence();
        sequence.due = null;
        return sequence;
    }

    /** Makes all that is left of the waits so many times longer. */
    void stretch(double factor, long now) {
        List<Start> all = new ArrayList<>(starts);
        starts.clear();
        all.stream()
                .filter(Start::valid)
                .sorted()
                .forEach(start -> add(start.sequence(), now + (long) (Math.max(0, start.at() - now) * factor)));
    }

    private @Nullable Start first() {
        Start start = starts.peek();
        while (start != null && !start.valid()) {
            starts.remove();
            start = starts.peek();
        }
        return start;
    }
}

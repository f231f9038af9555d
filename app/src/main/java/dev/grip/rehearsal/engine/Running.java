package dev.grip.rehearsal.engine;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The sequences that have a slot, in the order in which they got it. */
final class Running {

    private @Nullable Sequence first;
    private @Nullable Sequence last;
    private int size;

    int size() {
        return size;
    }

    @Nullable
    Sequence last() {
        return last;
    }

    void add(Sequence sequence) {
        sequence.earlier = last;
        sequence.later = null;
        if (last == null) {
            first = sequence;
        } else {
            last.later = sequence;
        }
        last = sequence;
        size++;
    }

    void remove(Sequence sequence) {
        Sequence earlier = sequence.earlier;
        Sequence later = sequence.later;
        if (earlier == null) {
            first = later;
        } else {
            earlier.later = later;
        }
        if (later == null) {
            last = earlier;
        } else {
            later.earlier = earlier;
        }
        size--;
    }

    void forEach(Consumer<Sequence> action) {
        for (Sequence one = first; one != null; one = one.later) {
            action.accept(one);
        }
    }
}

package dev.grip.rehearsal.engine;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/** Sequences whose prompts are being computed: one after another, in the order they came. */
final class Prefilling {

    private final ArrayDeque<Turn> turns = new ArrayDeque<>();

    /** A sequence's place in line and what is left to compute of it, in tokens of a sequence of average pace. */
    private static final class Turn {
        private final Sequence sequence;
        private double left;

        private Turn(Sequence sequence) {
            this.sequence = sequence;
            this.left = sequence.toPrefill() * sequence.weight;
        }

        private boolean valid() {
            return sequence.due == this;
        }
    }

    void add(Sequence sequence) {
        Turn turn = new Turn(sequence);
        sequence.due = turn;
        turns.add(turn);
    }

    boolean pending() {
        return first() != null;
    }

    /** Tokens left of the one whose turn it is; 0 if there is none. */
    double left() {
        Turn first = first();
        return first == null ? 0 : Math.max(0, first.left);
    }

    void move(double tokens) {
        Turn first = first();
        if (first != null) {
            first.left -= tokens;
        }
    }

    Sequence take() {
        Sequence sequence = turns.remove().sequence;
        sequence.due = null;
        return sequence;
    }

    private @Nullable Turn first() {
        Turn first = turns.peek();
        while (first != null && !first.valid()) {
            turns.remove();
            first = turns.peek();
        }
        return first;
    }
}

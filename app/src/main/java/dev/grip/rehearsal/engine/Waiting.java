package dev.grip.rehearsal.engine;

import java.util.ArrayDeque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The queue before the slots, first in, first out. Sequences that were given up stay in line until their turn. */
final class Waiting {

    private final ArrayDeque<Sequence> line = new ArrayDeque<>();
    private int size;
    private long promptTokens;

    /** How many really wait. */
    int size() {
        return size;
    }

    /** Their prompts together. */
    long promptTokens() {
        return promptTokens;
    }

    void add(Sequence sequence) {
        line.addLast(sequence);
        count(sequence, 1);
    }

    /** Puts one that was preempted before all others. */
    void addFirst(Sequence sequence) {
        line.addFirst(sequence);
        count(sequence, 1);
    }

    @Nullable
    Sequence first() {
        Sequence first = line.peekFirst();
        while (first != null && first.state != Sequence.State.WAITING) {
            line.removeFirst();
            first = line.peekFirst();
        }
        return first;
    }

    void removeFirst() {
        count(line.removeFirst(), -1);
    }

    /** One of them is not {@code WAITING} any more. */
    void gaveUp(Sequence sequence) {
        count(sequence, -1);
    }

    void forEach(Consumer<Sequence> action) {
        line.stream().filter(one -> one.state == Sequence.State.WAITING).forEach(action);
    }

    private void count(Sequence sequence, int change) {
        size += change;
        promptTokens += (long) change * sequence.plan.prompt().tokens();
    }
}

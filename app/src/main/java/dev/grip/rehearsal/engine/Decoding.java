package dev.grip.rehearsal.engine;

import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Sequences that decode. All move along one scale, the tokens decoded by a sequence of average pace; the next point at which
 * one of them needs attention is found in a heap, so that their number costs nothing when the pace changes.
 */
final class Decoding {

    private final PriorityQueue<Stretch> stretches = new PriorityQueue<>();
    private double scale;
    private long order;
    private int size;
    private long total;

    /** From where to where on the scale a sequence decodes its next so many tokens. */
    private record Stretch(double begin, double end, int tokens, long order, Sequence sequence)
            implements Comparable<Stretch> {

        @Override
        public int compareTo(Stretch other) {
            int byEnd = Double.compare(end, other.end);
            return byEnd != 0 ? byEnd : Long.compare(order, other.order);
        }

        boolean valid() {
            return sequence.due == this;
        }

        /** How many are decoded by now, short of the last one. */
        int tokensAt(double now) {
            return (int) Math.max(0, Math.min(tokens - 1, tokens * (now - begin) / (end - begin)));
        }
    }

    int size() {
        return size;
    }

    void add(Sequence sequence, int tokens) {
        Stretch stretch = new Stretch(scale, scale + tokens * sequence.weight, tokens, order++, sequence);
        sequence.due = stretch;
        stretches.add(stretch);
        size++;
    }

    /** How far on the scale it is to the next point; infinite if nothing decodes. */
    double left() {
        Stretch first = first();
        return first == null ? Double.POSITIVE_INFINITY : Math.max(0, first.end() - scale);
    }

    void move(double steps) {
        scale += steps;
    }

    /** The sequence at the next point, with its tokens added to those it has. */
    Sequence take() {
        Stretch first = stretches.remove();
        scale = Math.max(scale, first.end());
        end(first.sequence(), first.tokens());
        return first.sequence();
    }

    /** Lets a sequence go in the middle of its stretch, with the tokens it has by now. */
    void breakOff(Sequence sequence) {
        end(sequence, underWay(sequence));
    }

    /** Tokens decoded since the start, without stretches under way. */
    long total() {
        return total;
    }

    /** Tokens decoded by now of a stretch that has not ended. */
    int underWay(Sequence sequence) {
        return sequence.due instanceof Stretch stretch ? stretch.tokensAt(scale) : 0;
    }

    private void end(Sequence sequence, int tokens) {
        sequence.generated += tokens;
        sequence.due = null;
        total += tokens;
        size--;
    }

    private @Nullable Stretch first() {
        Stretch first = stretches.peek();
        while (first != null && !first.valid()) {
            stretches.remove();
            first = stretches.peek();
        }
        return first;
    }
}

package dev.grip.rehearsal.structured;

/** A least and a most number of characters or items; {@code most} is Integer.MAX_VALUE if there is no limit. */
record Span(int least, int most) {

    static final Span ANY = new Span(0, Integer.MAX_VALUE);

    boolean accepts(int count) {
        return least <= count && count <= most;
    }

    int nearest(int count) {
        return Math.max(least, Math.min(most, count));
    }
}

package dev.grip.kprg.combinations;

import dev.grip.kprg.projection.KprgGraph;
import dev.grip.kprg.runtime.Cancellation;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Walks over all combinations of a selection in order, one at a time and without holding more than one unit of them.
 * For use by one thread.
 */
public final class Walk {

    private final KprgGraph graph;
    private final Selection selection;
    private final Cancellation cancellation;
    private final Deque<Part> parts;
    private Part part = new Part(Kind.ONE_HOP, 2);
    private Lister lister;
    private Rows rows = new Rows(2);
    private int unit;
    private int row;
    private int copy;

    public Walk(KprgGraph graph, Selection selection, Cancellation cancellation) {
        this.graph = graph;
        this.selection = selection;
        this.cancellation = cancellation;
        this.parts = new ArrayDeque<>(Part.of(selection));
        this.lister = new Nothing();
    }

    /** A walk that begins right after a combination, whether or not the selection contains it. */
    public static Walk after(Position position, KprgGraph graph, Selection selection, Cancellation cancellation) {
        var walk = new Walk(graph, selection, cancellation);
        walk.seek(position);
        return walk;
    }

    /** Goes to the next combination; false when there is none. */
    public boolean next() {
        if (row < rows.count() && copy + 1 < copies()) {
            copy++;
            return true;
        }
        copy = 0;
        row++;
        while (row >= rows.count()) {
            if (!nextUnit()) {
                return false;
            }
        }
        return true;
    }

    private boolean nextUnit() {
        cancellation.check();
        unit++;
        while (unit >= lister.units()) {
            if (parts.isEmpty()) {
                rows.clear();
                return false;
            }
            open(parts.removeFirst());
        }
        row = 0;
        rows.clear();
        if (selection.shard().owns(unit)) {
            lister.list(unit, rows);
        }
        return true;
    }

    private void open(Part next) {
        part = next;
        lister = next.lister(graph, selection);
        rows = new Rows(next.size());
        unit = 0;
    }

    private void seek(Position position) {
        var wanted = new Part(position.kind(), position.members().size());
        while (!parts.isEmpty() && parts.getFirst().compareTo(wanted) < 0) {
            parts.removeFirst();
        }
        if (parts.isEmpty() || !parts.getFirst().equals(wanted)) {
            return;
        }
        open(parts.removeFirst());
        unit = lister.unitOf(position);
        if (unit < 0) {
            throw new IllegalArgumentException("No combination can be at %s".formatted(position));
        }
        if (selection.shard().owns(unit)) {
            lister.list(unit, rows);
        }
        skipTo(position);
    }

    /** Stands on the row of the position, or on the last one before it. */
    private void skipTo(Position position) {
        row = -1;
        while (row + 1 < rows.count() && compare(row + 1, position.members()) <= 0) {
            row++;
        }
        boolean same = row >= 0 && compare(row, position.members()) == 0;
        // Of any other row no copy is left to list: it comes before the position.
        copy = same ? position.copy() : Integer.MAX_VALUE - 1;
    }

    private int compare(int candidate, List<Integer> members) {
        for (int i = 0; i < members.size(); i++) {
            int difference = Integer.compare(rows.member(candidate, i), members.get(i));
            if (difference != 0) {
                return difference;
            }
        }
        return 0;
    }

    private int copies() {
        return row >= 0 && part.kind() == Kind.ONE_HOP && selection.repeatByWeight() ? rows.weight(row) : 1;
    }

    public Kind kind() {
        return part.kind();
    }

    public int size() {
        return part.size();
    }

    /** The i-th member of the current combination, ascending. */
    public int member(int i) {
        return rows.member(row, i);
    }

    public int weight() {
        return rows.weight(row);
    }

    /** How many times the current ONE_HOP pair came before, when it is repeated by weight. */
    public int copy() {
        return copy;
    }

    /** Where the current combination is. */
    public Position position() {
        return new Position(
                kind(), IntStream.range(0, size()).mapToObj(this::member).toList(), copy);
    }
}

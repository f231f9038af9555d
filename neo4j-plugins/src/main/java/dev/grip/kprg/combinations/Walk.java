package dev.grip.kprg.combinations;

import dev.grip.kprg.projection.KprgGraph;
import dev.grip.kprg.runtime.Cancellation;
import java.nio.IntBuffer;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Walks over all combinations of a selection in order, one at a time and without holding more than some rows of one unit;
 * as a combination it is the current one. For use by one thread.
 */
public final class Walk implements Combination {

    private static final Nothing NOTHING = new Nothing();
    private static final int UNITS_A_CHECK = 64;
    /** A copy that no other follows. */
    private static final int LAST = Integer.MAX_VALUE - 1;

    private final KprgGraph graph;
    private final Limits limits;
    private final Cancellation cancellation;
    private final List<Part> parts;
    private int part = -1;
    private Lister lister = NOTHING;
    private Rows rows = new Rows(2);
    private int unit;
    private int end;
    private int row;
    private int copy;
    private long left = Long.MAX_VALUE;

    private Walk(KprgGraph graph, Selection selection, Cancellation cancellation) {
        this.graph = graph;
        this.limits = Limits.of(selection, graph);
        this.cancellation = cancellation;
        this.parts = Part.of(selection);
    }

    /** A walk over a selection, or over the part of it that its shard is. */
    public static Walk over(KprgGraph graph, Selection selection, Cancellation cancellation) {
        var walk = new Walk(graph, selection, cancellation);
        Shard shard = selection.shard();
        if (!shard.equals(Shard.WHOLE)) {
            var ranks = new Ranks(graph, selection, cancellation);
            long begin = shard.begin(ranks.total());
            walk.left = shard.end(ranks.total()) - begin;
            if (walk.left > 0) {
                walk.seek(ranks.at(begin));
            }
        }
        return walk;
    }

    /** A walk that begins right after a combination, whether or not the selection contains it. */
    public static Walk after(Position position, KprgGraph graph, Selection selection, Cancellation cancellation) {
        var walk = new Walk(graph, selection, cancellation);
        Shard shard = selection.shard();
        if (shard.equals(Shard.WHOLE)) {
            walk.seek(position, position.members().get(1));
            return walk;
        }
        long passed = walk.seek(position, 0);
        var ranks = new Ranks(graph, selection, cancellation);
        long rank = passed + (walk.lister == NOTHING ? ranks.of(walk.part + 1) : ranks.of(walk.part, walk.unit));
        if (rank <= shard.begin(ranks.total())) {
            return over(graph, selection, cancellation);
        }
        walk.left = Math.max(0, shard.end(ranks.total()) - rank);
        return walk;
    }

    /** Goes to the next combination; false when there is none. */
    public boolean next() {
        if (left == 0) {
            return false;
        }
        if (row >= 0 && row < rows.count() && copy + 1 < copiesOf(row)) {
            copy++;
        } else {
            copy = 0;
            row++;
            while (row >= rows.count()) {
                if (!refill()) {
                    return false;
                }
            }
        }
        left--;
        return true;
    }

    /** Gets more rows, maybe none; false at the end of all. */
    private boolean refill() {
        row = 0;
        if (lister.fill(rows)) {
            return true;
        }
        unit++;
        if (unit < end) {
            if (unit % UNITS_A_CHECK == 0) {
                cancellation.check();
            }
            lister.open(unit, 0);
            return true;
        }
        if (part + 1 == parts.size()) {
            return false;
        }
        open(part + 1, limits.first(), 0);
        return true;
    }

    private void open(int newPart, int newUnit, int second) {
        cancellation.check();
        if (newPart != part || lister == NOTHING) {
            part = newPart;
            lister = parts.get(part).lister(graph, limits);
            rows = new Rows(size());
            end = parts.get(part).end(graph, limits);
        }
        unit = newUnit;
        rows.clear();
        row = 0;
        if (unit < end) {
            lister.open(unit, second);
        }
    }

    /** Stands right before a place, so that the next step goes there. */
    void seek(Ranks.Place place) {
        open(place.part(), place.unit(), 0);
        skip(place.offset());
    }

    /** Passes by as many of the following combinations of the open unit. */
    void skip(long count) {
        long ahead = count;
        while (ahead > 0) {
            long copies = row < 0 || row >= rows.count() ? 0 : copiesOf(row) - 1L - copy;
            if (copies > 0) {
                long step = Math.min(ahead, copies);
                copy += (int) step;
                ahead -= step;
            } else if (row + 1 < rows.count()) {
                long step = repeats() ? 1 : Math.min(ahead, rows.count() - 1L - row);
                row += (int) step;
                copy = 0;
                ahead -= step;
            } else if (lister.fill(rows)) {
                row = -1;
            } else {
                return;
            }
        }
    }

    /** Stands on a position or right before what follows it; gives how many of the open unit are at or before it. */
    private long seek(Position position, int second) {
        var wanted = new Part(position.kind(), position.members().size());
        while (part + 1 < parts.size() && parts.get(part + 1).compareTo(wanted) < 0) {
            part++;
        }
        if (part + 1 == parts.size() || !parts.get(part + 1).equals(wanted)) {
            return 0;
        }
        int smallest = position.members().get(0);
        boolean filtered = smallest < limits.first();
        open(part + 1, Math.max(smallest, limits.first()), filtered ? 0 : second);
        unit = Math.min(unit, Math.max(end, limits.first()));
        return filtered ? 0 : pass(position);
    }

    private long pass(Position position) {
        long passed = 0;
        while (lister.fill(rows)) {
            for (row = 0; row < rows.count(); row++) {
                int difference = compare(row, position.members());
                if (difference == 0) {
                    copy = position.copy();
                    return passed + Math.min(copiesOf(row), copy + 1L);
                }
                if (difference > 0) {
                    row--;
                    copy = LAST;
                    return passed;
                }
                passed += copiesOf(row);
            }
        }
        return passed;
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

    private int copiesOf(int candidate) {
        return repeats() ? rows.weight(candidate) : 1;
    }

    private boolean repeats() {
        return limits.repeat() && kind() == Kind.ONE_HOP;
    }

    /**
     * Writes the current combination and as many of the following as are at hand, then stands on the last one written.
     *
     * @return how many, at least 1 and at most {@code most}
     */
    public int pack(int most, IntBuffer members, IntBuffer weights) {
        int count = repeats() ? 1 : (int) Math.min(Math.min(most, rows.count() - row), left + 1);
        rows.copy(row, count, members, weights);
        row += count - 1;
        left -= count - 1;
        return count;
    }

    @Override
    public Kind kind() {
        return parts.get(part).kind();
    }

    @Override
    public int size() {
        return parts.get(part).size();
    }

    @Override
    public int member(int i) {
        return rows.member(row, i);
    }

    @Override
    public int weight() {
        return rows.weight(row);
    }

    @Override
    public int copy() {
        return copy;
    }

    /** Where the current combination is. */
    public Position position() {
        return new Position(
                kind(), IntStream.range(0, size()).mapToObj(this::member).toList(), copy);
    }
}

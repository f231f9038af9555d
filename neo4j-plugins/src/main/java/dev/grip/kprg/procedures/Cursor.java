package dev.grip.kprg.procedures;

import dev.grip.kprg.combinations.Combination;
import dev.grip.kprg.combinations.Kind;
import dev.grip.kprg.combinations.Position;
import dev.grip.kprg.projection.KprgGraph;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;

/**
 * The written form of a {@link Position} in the KPRG of one epoch, {@code epoch-content:kind:members:copy}. Callers are to treat
 * it as opaque.
 */
final class Cursor {

    private Cursor() {}

    static String of(KprgGraph graph, Position position) {
        return of(graph, position.kind(), position.members().size(), position.members()::get, position.copy());
    }

    static String of(KprgGraph graph, Combination combination) {
        return of(graph, combination.kind(), combination.size(), combination::member, combination.copy());
    }

    private static String of(KprgGraph graph, Kind kind, int size, IntUnaryOperator member, int copy) {
        var cursor = new StringBuilder(graphOf(graph)).append(':').append(kind).append(':');
        for (int i = 0; i < size; i++) {
            cursor.append(i == 0 ? "" : ".").append(member.applyAsInt(i));
        }
        return cursor.append(':').append(copy).toString();
    }

    /** What cursors into this graph begin with; a graph of another epoch or content has another. */
    static String graphOf(KprgGraph graph) {
        return graph.epoch() + "-" + HexFormat.of().toHexDigits((int) graph.content());
    }

    /** Reads a cursor given as {@code after}, which must come from this epoch and one of these kinds. */
    static Position read(String cursor, KprgGraph graph, Set<Kind> kinds) {
        String[] parts = cursor.split(":", -1);
        if (parts.length != 4 || !parts[0].matches("\\d{1,18}-[0-9a-f]{8}") || !parts[3].matches("\\d{1,9}")) {
            throw unreadable(cursor);
        }
        if (!parts[0].equals(graphOf(graph))) {
            throw stale(cursor, parts[0].substring(0, parts[0].indexOf('-')), graph);
        }
        Kind kind = Stream.of(Kind.values())
                .filter(value -> value.name().equals(parts[1]))
                .findFirst()
                .orElseThrow(() -> unreadable(cursor));
        if (!kinds.contains(kind)) {
            throw new IllegalArgumentException("after: the cursor '%s' belongs to %s, but only %s is listed here"
                    .formatted(cursor, kind, kinds.stream().sorted().toList()));
        }
        return new Position(
                kind,
                Arrays.stream(members(cursor, parts[2], kind, graph)).boxed().toList(),
                Integer.parseInt(parts[3]));
    }

    private static int[] members(String cursor, String text, Kind kind, KprgGraph graph) {
        if (!text.matches("\\d{1,9}(\\.\\d{1,9}){1,3}")) {
            throw unreadable(cursor);
        }
        int[] members =
                Stream.of(text.split("\\.", -1)).mapToInt(Integer::parseInt).toArray();
        boolean community = kind == Kind.COMMUNITY;
        boolean possible = community == members.length > 2 && members[members.length - 1] < graph.nodes();
        for (int i = 1; i < members.length; i++) {
            possible &= members[i - 1] < members[i];
        }
        if (!possible || (community && graph.slot(members[0], members[1]) < 0)) {
            throw unreadable(cursor);
        }
        return members;
    }

    private static IllegalArgumentException stale(String cursor, String epoch, KprgGraph graph) {
        String now = epoch.equals(String.valueOf(graph.epoch()))
                ? "whose knowledge points or edges were changed by hand since"
                : "which is at epoch %d now".formatted(graph.epoch());
        return new IllegalArgumentException(
                "after: the cursor '%s' belongs to epoch %s of the KPRG, %s: start again without it"
                        .formatted(cursor, epoch, now));
    }

    private static IllegalArgumentException unreadable(String cursor) {
        return new IllegalArgumentException(
                "after: '%s' is no cursor of this KPRG: give the cursor column of an earlier row, unchanged"
                        .formatted(cursor));
    }
}

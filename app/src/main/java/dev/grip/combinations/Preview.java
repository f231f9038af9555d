package dev.grip.combinations;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The first rows of a choice of combinations, how many of these rows already have a problem, and how many combinations it has in all;
 * null where only choosing them all tells.
 */
public record Preview(List<Row> rows, long alreadyMade, @Nullable Long count) {

    /** A combination, whether it already has a problem, and the other columns of the query that chose it. */
    public record Row(@JsonUnwrapped Combination combination, boolean made, Map<String, @Nullable Object> columns) {}

    public Preview {
        rows = List.copyOf(rows);
    }

    /** {@code made} has the keys of those that already have a problem. */
    public static Preview of(Look look, Set<String> made) {
        List<Row> rows = look.rows().stream()
                .map(row -> new Row(
                        row.combination(), made.contains(row.combination().key()), row.columns()))
                .toList();
        return new Preview(rows, rows.stream().filter(Row::made).count(), look.count());
    }
}

package dev.grip.combinations;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The first combinations of a choice, and how many it has in all; null where only choosing them all tells. */
public record Look(List<Row> rows, @Nullable Long count) {

    /** One combination, and what else a query says about it. */
    public record Row(Combination combination, Map<String, @Nullable Object> columns) {}

    public Look {
        rows = List.copyOf(rows);
    }

    /** Combinations about which nothing else is said. */
    public static Look of(List<Combination> combinations, @Nullable Long count) {
        return new Look(
                combinations.stream()
                        .map(combination -> new Row(combination, Map.of()))
                        .toList(),
                count);
    }

    public List<Combination> combinations() {
        return rows.stream().map(Row::combination).toList();
    }
}

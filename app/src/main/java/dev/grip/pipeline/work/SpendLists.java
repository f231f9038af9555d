package dev.grip.pipeline.work;

import dev.grip.pipeline.spending.Purpose;
import dev.grip.pipeline.spending.Used;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** What calls used as properties of a node: lists of the same length, an entry for each stage and model. */
final class SpendLists {

    private SpendLists() {}

    static Map<String, Object> properties(SortedMap<Purpose, Used> used) {
        return Map.of(
                "spendStages", used.keySet().stream().map(Purpose::stage).toList(),
                "spendModels", used.keySet().stream().map(Purpose::model).toList(),
                "spendCalls", numbers(used, Used::calls),
                "spendPromptTokens", numbers(used, Used::promptTokens),
                "spendCompletionTokens", numbers(used, Used::completionTokens),
                "spendMicros", numbers(used, Used::micros),
                "spendRoomMicros", numbers(used, Used::roomMicros),
                "spendPauseMicros", numbers(used, Used::pauseMicros),
                "spendStoreMicros", numbers(used, Used::storeMicros));
    }

    private static List<Long> numbers(SortedMap<Purpose, Used> used, ToLongFunction<Used> number) {
        return used.values().stream().map(number::applyAsLong).toList();
    }

    /** Reads them from a row with the same names as the properties. */
    static Map<Purpose, Used> read(Record row) {
        Map<Purpose, Used> used = new TreeMap<>();
        for (int i = 0; i < row.get("spendStages").size(); i++) {
            used.put(
                    new Purpose(text(row, "spendStages", i), text(row, "spendModels", i)),
                    new Used(
                            number(row, "spendCalls", i),
                            number(row, "spendPromptTokens", i),
                            number(row, "spendCompletionTokens", i),
                            number(row, "spendMicros", i),
                            number(row, "spendRoomMicros", i),
                            number(row, "spendPauseMicros", i),
                            number(row, "spendStoreMicros", i)));
        }
        return used;
    }

    private static String text(Record row, String column, int i) {
        return row.get(column).get(i).asString();
    }

    private static long number(Record row, String column, int i) {
        Value value = row.get(column).get(i);
        return value.asLong();
    }
}

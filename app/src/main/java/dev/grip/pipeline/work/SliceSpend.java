package dev.grip.pipeline.work;

import dev.grip.llm.Charge;
import dev.grip.pipeline.queue.SliceTask;
import dev.grip.pipeline.spending.Ledger;
import dev.grip.pipeline.spending.Purpose;
import dev.grip.pipeline.spending.Used;
import dev.grip.pipeline.storage.ResultWriter;
import dev.grip.pipeline.storage.Row;
import dev.grip.pipeline.storage.RowType;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the calls of a slice used, of all attempts, kept on the slice as lists of the same length. It is stored no later than the
 * answers it was spent on. Thread-safe.
 */
final class SliceSpend {

    private static final Logger LOG = LoggerFactory.getLogger(SliceSpend.class);

    private final SliceTask task;
    private final Ledger ledger;
    private final AtomicBoolean waiting = new AtomicBoolean();

    SliceSpend(SliceTask task, Map<Purpose, Used> before) {
        this.task = task;
        this.ledger = new Ledger(before);
    }

    /** Counts the charges and has them stored before anything that is put later. */
    void add(Collection<Charge> charges, ResultWriter writer) {
        ledger.add(charges);
        // A row that waits already is asked for its content when it is written, so it has these charges too.
        if (waiting.compareAndSet(false, true)) {
            writer.put(new Row(
                    RowType.SPEND,
                    task.slice(),
                    this::content,
                    refusal -> LOG.error("The spend of slice {} cannot be stored", task.slice(), refusal)));
        }
    }

    /** Counts the wait until answers were stored; it is stored with the next charges. */
    void stored(Collection<Charge> charges, long nanos) {
        ledger.stored(charges, nanos);
    }

    private Map<String, @Nullable Object> content() {
        waiting.set(false);
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("key", task.slice());
        row.put("run", task.run());
        row.put("term", task.term());
        row.put("properties", properties(ledger.used()));
        return row;
    }

    private static Map<String, Object> properties(SortedMap<Purpose, Used> used) {
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

    /** Reads what was stored of a slice from a row with the same names as the properties. */
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

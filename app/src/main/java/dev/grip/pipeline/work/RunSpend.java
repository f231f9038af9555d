package dev.grip.pipeline.work;

import dev.grip.llm.Charge;
import dev.grip.pipeline.spending.Ledger;
import dev.grip.pipeline.storage.ResultWriter;
import dev.grip.pipeline.storage.Row;
import dev.grip.pipeline.storage.RowType;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the calls of a run used in this process, kept on one node of its own: however many slices are worked on, it is written once
 * in a transaction. It is stored no later than the answers it was spent on. Thread-safe.
 */
final class RunSpend {

    private static final Logger LOG = LoggerFactory.getLogger(RunSpend.class);

    private final String run;
    private final long term;
    private final String key;
    private final Ledger ledger = new Ledger(Map.of());
    private final AtomicBoolean waiting = new AtomicBoolean();

    RunSpend(String run, long term) {
        this.run = run;
        this.term = term;
        this.key = run + "-" + term + "-" + UUID.randomUUID();
    }

    /** Counts the charges and has them stored before anything that is put later. */
    void add(Collection<Charge> charges, ResultWriter writer) {
        ledger.add(charges);
        // A row that waits already is asked for its content when it is written, so it has these charges too.
        if (waiting.compareAndSet(false, true)) {
            writer.put(new Row(
                    RowType.SPEND,
                    key,
                    this::content,
                    refusal -> LOG.error("What run {} used cannot be stored", run, refusal)));
        }
    }

    /** Counts the wait until answers were stored; it is stored with the next charges. */
    void stored(Collection<Charge> charges, long nanos) {
        ledger.stored(charges, nanos);
    }

    private Map<String, @Nullable Object> content() {
        waiting.set(false);
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("key", key);
        row.put("run", run);
        row.put("term", term);
        row.put("properties", SpendLists.properties(ledger.used()));
        return row;
    }
}

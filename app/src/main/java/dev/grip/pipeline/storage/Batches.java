package dev.grip.pipeline.storage;

import dev.grip.graph.Graph;
import dev.grip.graph.Graph.Statement;
import dev.grip.graph.GraphException;
import dev.grip.graph.Query;
import dev.grip.pipeline.storage.ResultWriter.Entry;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.exceptions.Neo4jException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes rows in one transaction, each type with one statement, sorted by key, so that writers of several processes meet in the same
 * order. When the database refuses, the rows are halved again and again until the one that it will never take is alone; that one
 * is left out and its owner told.
 */
final class Batches {

    private static final Logger LOG = LoggerFactory.getLogger(Batches.class);
    private static final Query PROBE = Query.of("pipeline/probe-write");

    private final Graph graph;
    private final Patience patience = new Patience("Results are");

    Batches(Graph graph) {
        this.graph = graph;
    }

    void write(List<Entry> entries) {
        RuntimeException refusal = refusal(entries);
        if (refusal == null) {
            return;
        }
        if (entries.size() == 1) {
            alone(entries.get(0));
            return;
        }
        int half = entries.size() / 2;
        write(entries.subList(0, half));
        write(entries.subList(half, entries.size()));
    }

    /** Stores these rows together; null, or why the database did not take them. */
    private @Nullable RuntimeException refusal(List<Entry> entries) {
        try {
            patience.keep(() -> store(entries));
            entries.forEach(Batches::stored);
            return null;
        } catch (GraphException interrupted) {
            throw interrupted;
        } catch (Neo4jException | IllegalArgumentException refusal) {
            return refusal;
        }
    }

    /** Only a row that is refused once more right after the database took another write is itself at fault. */
    private void alone(Entry entry) {
        awaitWrites();
        RuntimeException refusal = refusal(List.of(entry));
        if (refusal != null) {
            LOG.error(
                    "The {} {} cannot be stored and is left out",
                    entry.row().type(),
                    entry.row().key(),
                    refusal);
            entry.row().refused().accept(refusal);
            stored(entry);
        }
    }

    private void awaitWrites() {
        while (true) {
            try {
                patience.keep(() -> graph.write(PROBE, Map.of()));
                return;
            } catch (Neo4jException refused) {
                if (!patience.paused(refused)) {
                    throw refused;
                }
            }
        }
    }

    private static void stored(Entry entry) {
        if (entry.stored() != null) {
            entry.stored().complete(null);
        }
    }

    private boolean store(List<Entry> entries) {
        Map<RowType, List<Row>> byType = new EnumMap<>(RowType.class);
        entries.forEach(entry -> byType.computeIfAbsent(entry.row().type(), type -> new ArrayList<>())
                .add(entry.row()));
        List<Statement> statements = new ArrayList<>();
        byType.forEach((type, rows) -> statements.add(new Statement(type.query(), Map.of("rows", content(rows)))));
        graph.write(statements);
        return true;
    }

    /** Of rows with one key the last one, because it was put last; every row is asked, because asking may count. */
    private static List<Map<String, ?>> content(List<Row> rows) {
        Map<String, Map<String, ?>> latest = new TreeMap<>();
        rows.forEach(row -> latest.put(row.key(), row.content().get()));
        return List.copyOf(latest.values());
    }
}

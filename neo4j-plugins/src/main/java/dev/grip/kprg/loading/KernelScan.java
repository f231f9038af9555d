package dev.grip.kprg.loading;

import java.util.ArrayList;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.neo4j.common.EntityType;
import org.neo4j.exceptions.KernelException;
import org.neo4j.internal.kernel.api.Cursor;
import org.neo4j.internal.kernel.api.CursorFactory;
import org.neo4j.internal.kernel.api.IndexQueryConstraints;
import org.neo4j.internal.kernel.api.InternalIndexState;
import org.neo4j.internal.kernel.api.NodeCursor;
import org.neo4j.internal.kernel.api.NodeLabelIndexCursor;
import org.neo4j.internal.kernel.api.PropertyCursor;
import org.neo4j.internal.kernel.api.Read;
import org.neo4j.internal.kernel.api.RelationshipTypeIndexCursor;
import org.neo4j.internal.kernel.api.TokenPredicate;
import org.neo4j.internal.kernel.api.TokenReadSession;
import org.neo4j.internal.schema.SchemaDescriptors;
import org.neo4j.io.pagecache.context.CursorContext;
import org.neo4j.kernel.api.ExecutionContext;
import org.neo4j.kernel.api.KernelTransaction;
import org.neo4j.kernel.api.Statement;
import org.neo4j.memory.MemoryTracker;
import org.neo4j.token.api.TokenConstants;

/**
 * Finds nodes by label and relationships by type in the lookup indexes, as many threads at once as there are processors. A
 * transaction with changes of its own can only be read by its own thread, which is then what happens.
 */
final class KernelScan {

    private static final int PARTITIONS_A_THREAD = 16;

    private final KernelTransaction transaction;
    private final Workers workers;

    KernelScan(KernelTransaction transaction, Workers workers) {
        this.transaction = transaction;
        this.workers = workers;
    }

    void nodes(int label, Stage<NodeLabelIndexCursor> stage) throws KernelException {
        if (label == TokenConstants.NO_TOKEN) {
            return;
        }
        Read read = transaction.dataRead();
        var session = session(EntityType.NODE, "CREATE LOOKUP INDEX labels FOR (n) ON EACH labels(n)");
        var predicate = new TokenPredicate(label);
        if (read.transactionStateHasChanges()) {
            alone(
                    stage,
                    cursor -> read.nodeLabelScan(
                            session,
                            cursor,
                            IndexQueryConstraints.unconstrained(),
                            predicate,
                            transaction.cursorContext()));
            return;
        }
        var scan = read.nodeLabelScan(session, partitions(), transaction.cursorContext(), predicate);
        together(stage, (cursor, reader) -> scan.reservePartition(cursor, reader.execution()));
    }

    void relationships(int type, Stage<RelationshipTypeIndexCursor> stage) throws KernelException {
        if (type == TokenConstants.NO_TOKEN) {
            return;
        }
        Read read = transaction.dataRead();
        var session = session(EntityType.RELATIONSHIP, "CREATE LOOKUP INDEX types FOR ()-[r]-() ON EACH type(r)");
        var predicate = new TokenPredicate(type);
        if (read.transactionStateHasChanges()) {
            alone(
                    stage,
                    cursor -> read.relationshipTypeScan(
                            session,
                            cursor,
                            IndexQueryConstraints.unconstrained(),
                            predicate,
                            transaction.cursorContext()));
            return;
        }
        var scan = read.relationshipTypeScan(session, partitions(), transaction.cursorContext(), predicate);
        together(stage, (cursor, reader) -> scan.reservePartition(cursor, reader.execution()));
    }

    private TokenReadSession session(EntityType entities, String create) throws KernelException {
        var schema = transaction.schemaRead();
        var indexes = schema.indexForSchemaNonTransactional(SchemaDescriptors.forAnyEntityTokens(entities));
        if (!indexes.hasNext()) {
            throw new IllegalStateException(
                    "The lookup index by which kprg finds %ss is missing: %s, then CALL db.awaitIndexes()"
                            .formatted(entities.name().toLowerCase(Locale.ROOT), create));
        }
        var index = indexes.next();
        if (schema.indexGetState(index) != InternalIndexState.ONLINE) {
            throw new IllegalStateException("The lookup index '%s' is not online: CALL db.awaitIndexes() and try again"
                    .formatted(index.getName()));
        }
        return transaction.dataRead().tokenReadSession(index);
    }

    private static int partitions() {
        return PARTITIONS_A_THREAD * threads();
    }

    private static int threads() {
        return Runtime.getRuntime().availableProcessors();
    }

    private <C extends Cursor> void alone(Stage<C> stage, Scan<C> scan) throws KernelException {
        var reader = new Reader(
                transaction.dataRead(),
                transaction.cursors(),
                transaction.cursorContext(),
                transaction.memoryTracker(),
                null);
        var opened = new AtomicBoolean();
        stage.read(reader, (cursor, self) -> {
            if (opened.getAndSet(true)) {
                return false;
            }
            scan.open(cursor);
            return true;
        });
    }

    private <C extends Cursor> void together(Stage<C> stage, Partitions<C> partitions) {
        var contexts = new ArrayList<ExecutionContext>();
        // Execution contexts take their clock from a statement, which a transaction outside a query has not opened.
        Statement statement = transaction.acquireStatement();
        try {
            var tasks = new ArrayList<Callable<Boolean>>();
            for (int i = 0; i < threads(); i++) {
                ExecutionContext context = transaction.createExecutionContext();
                contexts.add(context);
                tasks.add(() -> completing(context, stage, partitions));
            }
            workers.run(tasks);
        } finally {
            contexts.forEach(ExecutionContext::close);
            statement.close();
        }
    }

    private static <C extends Cursor> boolean completing(
            ExecutionContext context, Stage<C> stage, Partitions<C> partitions) throws KernelException {
        try {
            stage.read(Reader.of(context), partitions);
            return true;
        } finally {
            context.complete();
        }
    }

    /** What one thread does with the partitions it gets hold of. */
    interface Stage<C extends Cursor> {
        void read(Reader reader, Partitions<C> partitions) throws KernelException;
    }

    /** Shares of the whole, handed out to the threads; false when there are no more. */
    interface Partitions<C extends Cursor> {
        boolean next(C cursor, Reader reader) throws KernelException;
    }

    private interface Scan<C extends Cursor> {
        void open(C cursor) throws KernelException;
    }

    /** What one thread reads with; without an execution context on the transaction's own thread. */
    record Reader(
            Read read,
            CursorFactory cursors,
            CursorContext context,
            MemoryTracker memory,
            @Nullable ExecutionContext execution) {

        static Reader of(ExecutionContext context) {
            return new Reader(
                    context.dataRead(), context.cursors(), context.cursorContext(), context.memoryTracker(), context);
        }

        NodeLabelIndexCursor labelled() {
            return cursors.allocateNodeLabelIndexCursor(context, memory);
        }

        RelationshipTypeIndexCursor typed() {
            return cursors.allocateRelationshipTypeIndexCursor(context, memory);
        }

        NodeCursor node() {
            return cursors.allocateNodeCursor(context, memory);
        }

        PropertyCursor properties() {
            return cursors.allocatePropertyCursor(context, memory);
        }
    }
}

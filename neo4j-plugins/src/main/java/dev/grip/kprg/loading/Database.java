package dev.grip.kprg.loading;

import dev.grip.kprg.projection.KprgReader;
import dev.grip.kprg.runtime.Cancellation;
import dev.grip.kprg.runtime.Progress;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.neo4j.common.DependencyResolver;
import org.neo4j.configuration.Config;
import org.neo4j.configuration.SettingImpl;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;
import org.neo4j.graphdb.config.Setting;
import org.neo4j.graphdb.event.TransactionEventListener;
import org.neo4j.internal.kernel.api.TokenRead;
import org.neo4j.kernel.api.KernelTransaction;
import org.neo4j.kernel.api.KernelTransactionHandle;
import org.neo4j.kernel.api.txstate.TxStateHolder;
import org.neo4j.kernel.impl.api.KernelTransactions;
import org.neo4j.kernel.impl.coreapi.InternalTransaction;
import org.neo4j.kernel.internal.GraphDatabaseAPI;
import org.neo4j.storageengine.api.txstate.NodeState;
import org.neo4j.storageengine.api.txstate.ReadableTransactionState;
import org.neo4j.storageengine.api.txstate.RelationshipState;
import org.neo4j.token.api.TokenConstants;

/** What surrounds a transaction in the server and is not in the public API. */
public final class Database {

    private static final long PAUSE_NANOS = 1_000_000;

    private final DependencyResolver server;
    private final KernelTransaction transaction;

    Database(GraphDatabaseService service, Transaction transaction) {
        this.server = ((GraphDatabaseAPI) service).getDependencyResolver();
        this.transaction = ((InternalTransaction) transaction).kernelTransaction();
    }

    /** Progress that {@code SHOW TRANSACTIONS} shows as {@code statusDetails} of this transaction. */
    public static Progress progress(Transaction transaction) {
        return ((InternalTransaction) transaction).kernelTransaction()::setStatusDetails;
    }

    /** The setting {@code server.kprg.projection.memory_limit}, in bytes. */
    public static long memoryLimit(GraphDatabaseService service) {
        return memoryLimit(((GraphDatabaseAPI) service).getDependencyResolver());
    }

    private static long memoryLimit(DependencyResolver server) {
        Config config = server.resolveDependency(Config.class);
        Setting<Long> limit = KprgSettings.PROJECTION_MEMORY_LIMIT;
        // A server with the plugin in its plugin folder but not on its class path does not know the plugin's settings.
        return config.getDeclaredSettings().containsKey(limit.name())
                ? config.get(limit)
                : ((SettingImpl<Long>) limit).defaultValue();
    }

    long memoryLimit() {
        return memoryLimit(server);
    }

    DatabaseManagementService management() {
        return server.resolveDependency(DatabaseManagementService.class);
    }

    UUID id() {
        return transaction.getDatabaseId();
    }

    /** Registers a listener and returns when no commit is on its way any more that the listener has not heard of. */
    void listen(TransactionEventListener<?> listener, Cancellation cancellation) {
        management().registerTransactionEventListener(transaction.getDatabaseName(), listener);
        List<KernelTransactionHandle> closing =
                server.resolveDependency(KernelTransactions.class).executingTransactions().stream()
                        .filter(KernelTransactionHandle::isClosing)
                        .toList();
        while (closing.stream().anyMatch(KernelTransactionHandle::isClosing)) {
            cancellation.check();
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    MemoryEstimate estimate() {
        // Without the token there is none; the count of no token would be that of all nodes.
        int label = transaction.tokenRead().nodeLabel(KprgReader.KNOWLEDGE_POINT.name());
        long nodes =
                label == TokenConstants.NO_TOKEN ? 0 : transaction.dataRead().countsForNode(label);
        return new MemoryEstimate(
                nodes, relationships(KprgReader.CO_OCCURS.name()) + relationships(KprgReader.REQUIRES.name()));
    }

    private long relationships(String type) {
        int token = transaction.tokenRead().relationshipType(type);
        return token == TokenConstants.NO_TOKEN
                ? 0
                : transaction
                        .dataRead()
                        .countsForRelationship(TokenConstants.ANY_LABEL, token, TokenConstants.ANY_LABEL);
    }

    /** Whether the transaction itself has changed, and not yet committed, what a projection is made of. */
    boolean changedHere() {
        var holder = (TxStateHolder) transaction;
        return holder.hasTxStateWithChanges() && changed(holder.txState());
    }

    private boolean changed(ReadableTransactionState state) {
        TokenRead tokens = transaction.tokenRead();
        int knowledgePoint = tokens.nodeLabel(KprgReader.KNOWLEDGE_POINT.name());
        int kprg = tokens.nodeLabel(KprgReader.KPRG.name());
        int coOccurs = tokens.relationshipType(KprgReader.CO_OCCURS.name());
        if (!state.nodesWithLabelChanged(knowledgePoint).isEmpty()
                || !state.nodesWithLabelChanged(kprg).isEmpty()
                || !state.nodesWithLabelChanged(tokens.nodeLabel(KprgReader.SEED.name()))
                        .isEmpty()
                || !state.relationshipsWithTypeChanged(coOccurs).isEmpty()
                || !state.relationshipsWithTypeChanged(tokens.relationshipType(KprgReader.REQUIRES.name()))
                        .isEmpty()) {
            return true;
        }
        for (RelationshipState relationship : state.modifiedRelationships()) {
            if (relationship.getType() == coOccurs && relationship.hasPropertyChanges()) {
                return true;
            }
        }
        return changedNodes(state, knowledgePoint, kprg);
    }

    private boolean changedNodes(ReadableTransactionState state, int knowledgePoint, int kprg) {
        if (!state.addedAndRemovedNodes().getRemoved().isEmpty()) {
            // The labels they had can no longer be read.
            return true;
        }
        int[] keys = Stream.of("id", "status", "epoch")
                .mapToInt(transaction.tokenRead()::propertyKey)
                .toArray();
        try (var node =
                transaction.cursors().allocateNodeCursor(transaction.cursorContext(), transaction.memoryTracker())) {
            for (NodeState changed : state.modifiedNodes()) {
                if (IntStream.of(keys).anyMatch(key -> changed(changed, key))) {
                    transaction.dataRead().singleNode(changed.getId(), node);
                    if (node.next() && (node.hasLabel(knowledgePoint) || node.hasLabel(kprg))) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static boolean changed(NodeState node, int key) {
        return node.isPropertyAdded(key) || node.isPropertyChangedOrRemoved(key);
    }
}

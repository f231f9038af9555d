package dev.grip.kprg.loading;

import dev.grip.kprg.projection.KprgReader;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.Transaction;
import org.neo4j.graphdb.event.LabelEntry;
import org.neo4j.graphdb.event.PropertyEntry;
import org.neo4j.graphdb.event.TransactionData;
import org.neo4j.graphdb.event.TransactionEventListener;

/**
 * Counts the transactions of one database that change what a projection is made of: knowledge points, CO_OCCURS,
 * REQUIRES, which nodes are seeds, and the epoch. A commit counts when it begins and again when it has ended, so that a projection
 * loaded meanwhile can be told to be a mixture.
 */
final class KprgChanges implements TransactionEventListener<Boolean> {

    private static final String KNOWLEDGE_POINT = KprgReader.KNOWLEDGE_POINT.name();
    private static final String SEED = KprgReader.SEED.name();
    private static final Set<String> KEYS = Set.of("id", "status", "epoch");

    private final AtomicLong begun = new AtomicLong();
    private final AtomicLong ended = new AtomicLong();

    long begun() {
        return begun.get();
    }

    /** Whether no such commit is on its way. */
    boolean settled() {
        // In this order: a commit that begins in between makes it look unsettled, never the other way round.
        long before = ended.get();
        return before == begun.get();
    }

    @Override
    public Boolean beforeCommit(TransactionData data, Transaction transaction, GraphDatabaseService database) {
        boolean matters = matters(data);
        if (matters) {
            begun.incrementAndGet();
        }
        return matters;
    }

    @Override
    public void afterCommit(TransactionData data, @Nullable Boolean matters, GraphDatabaseService database) {
        ended(matters);
    }

    @Override
    public void afterRollback(TransactionData data, @Nullable Boolean matters, GraphDatabaseService database) {
        ended(matters);
    }

    private void ended(@Nullable Boolean matters) {
        if (Boolean.TRUE.equals(matters)) {
            ended.incrementAndGet();
        }
    }

    private static boolean matters(TransactionData data) {
        // The labels of created and deleted nodes are among the assigned and removed ones.
        return labels(data.assignedLabels())
                || labels(data.removedLabels())
                || types(data.createdRelationships())
                || types(data.deletedRelationships())
                || ofKprg(data.assignedNodeProperties(), data)
                || ofKprg(data.removedNodeProperties(), data)
                || weights(data.assignedRelationshipProperties(), data)
                || weights(data.removedRelationshipProperties(), data);
    }

    private static boolean labels(Iterable<LabelEntry> entries) {
        for (LabelEntry entry : entries) {
            String label = entry.label().name();
            if (label.equals(KNOWLEDGE_POINT) || label.equals(SEED)) {
                return true;
            }
        }
        return false;
    }

    private static boolean types(Iterable<Relationship> relationships) {
        for (Relationship relationship : relationships) {
            if (relationship.isType(KprgReader.CO_OCCURS) || relationship.isType(KprgReader.REQUIRES)) {
                return true;
            }
        }
        return false;
    }

    private static boolean ofKprg(Iterable<PropertyEntry<Node>> entries, TransactionData data) {
        for (PropertyEntry<Node> entry : entries) {
            if (KEYS.contains(entry.key())
                    && !data.isDeleted(entry.entity())
                    && (entry.entity().hasLabel(KprgReader.KNOWLEDGE_POINT)
                            || entry.entity().hasLabel(KprgReader.KPRG))) {
                return true;
            }
        }
        return false;
    }

    private static boolean weights(Iterable<PropertyEntry<Relationship>> entries, TransactionData data) {
        for (PropertyEntry<Relationship> entry : entries) {
            if (entry.key().equals("weight")
                    && !data.isDeleted(entry.entity())
                    && entry.entity().isType(KprgReader.CO_OCCURS)) {
                return true;
            }
        }
        return false;
    }
}

package dev.grip.kprg.procedures;

import dev.grip.kprg.combinations.Cooccurrences;
import dev.grip.kprg.projection.KprgReader;
import dev.grip.kprg.runtime.Cancellation;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.Transaction;

/**
 * Brings the stored CO_OCCURS relationships in line with the co-occurrences wanted: removes those no seed supports,
 * those of knowledge points that are not active, second ones and those in the wrong direction; sets weights that differ;
 * adds what is missing. Relationships that are right are not touched.
 */
final class EdgeWriter {

    private final Transaction transaction;
    private final List<Node> knowledgePoints;
    private final Cooccurrences wanted;
    private final Cancellation cancellation;
    private final BitSet present = new BitSet();
    private long created;
    private long updated;
    private long deleted;

    EdgeWriter(Transaction transaction, List<Node> knowledgePoints, Cooccurrences wanted, Cancellation cancellation) {
        this.transaction = transaction;
        this.knowledgePoints = knowledgePoints;
        this.wanted = wanted;
        this.cancellation = cancellation;
    }

    void write() {
        var indexes = new HashMap<Node, Integer>();
        knowledgePoints.forEach(node -> indexes.put(node, indexes.size()));
        try (var nodes = transaction.findNodes(KprgReader.KNOWLEDGE_POINT)) {
            while (nodes.hasNext()) {
                cancellation.check();
                checkEdgesOf(nodes.next(), indexes);
            }
        }
        for (int pair = present.nextClearBit(0); pair < wanted.size(); pair = present.nextClearBit(pair + 1)) {
            cancellation.check();
            create(pair);
        }
    }

    private void checkEdgesOf(Node node, Map<Node, Integer> indexes) {
        try (var relationships = node.getRelationships(Direction.OUTGOING, KprgReader.CO_OCCURS)) {
            for (Relationship edge : relationships.stream().toList()) {
                Integer from = indexes.get(node);
                Integer to = indexes.get(edge.getEndNode());
                keepOrDelete(edge, from == null || to == null ? -1 : wanted.indexOf(from, to));
            }
        }
    }

    private void keepOrDelete(Relationship edge, int pair) {
        if (pair < 0 || present.get(pair)) {
            edge.delete();
            deleted++;
            return;
        }
        present.set(pair);
        Object weight = (long) wanted.weight(pair);
        if (!weight.equals(edge.getProperty("weight", null))) {
            edge.setProperty("weight", weight);
            updated++;
        }
    }

    private void create(int pair) {
        Node from = knowledgePoints.get(wanted.smaller(pair));
        Node to = knowledgePoints.get(wanted.larger(pair));
        from.createRelationshipTo(to, KprgReader.CO_OCCURS).setProperty("weight", (long) wanted.weight(pair));
        created++;
    }

    long created() {
        return created;
    }

    long updated() {
        return updated;
    }

    long deleted() {
        return deleted;
    }

    long changes() {
        return created + updated + deleted;
    }
}

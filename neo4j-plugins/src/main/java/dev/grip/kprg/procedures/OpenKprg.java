package dev.grip.kprg.procedures;

import dev.grip.kprg.combinations.Combination;
import dev.grip.kprg.combinations.Position;
import dev.grip.kprg.combinations.Selection;
import dev.grip.kprg.combinations.Walk;
import dev.grip.kprg.loading.Database;
import dev.grip.kprg.loading.Projections;
import dev.grip.kprg.projection.KprgGraph;
import dev.grip.kprg.projection.KprgReader;
import dev.grip.kprg.runtime.Cancellation;
import dev.grip.kprg.runtime.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.NotFoundException;
import org.neo4j.graphdb.Transaction;
import org.neo4j.procedure.TerminationGuard;

/** The current KPRG as one procedure call sees it: the projection, and the way from its indexes to nodes and back. */
final class OpenKprg {

    private final Transaction transaction;
    private final Cancellation cancellation;
    private final KprgGraph graph;
    private final @Nullable Node[] nodes;

    private OpenKprg(Transaction transaction, Cancellation cancellation, KprgGraph graph) {
        this.transaction = transaction;
        this.cancellation = cancellation;
        this.graph = graph;
        this.nodes = new Node[graph.nodes()];
    }

    static OpenKprg of(GraphDatabaseService service, Transaction transaction, TerminationGuard guard) {
        var cancellation = new Call(guard, Database.progress(transaction));
        KprgGraph graph = Projections.current(service, transaction, cancellation)
                .orElseThrow(() -> new IllegalStateException("There is no KPRG yet: CALL kprg.build() first"));
        return new OpenKprg(transaction, cancellation, graph);
    }

    KprgGraph graph() {
        return graph;
    }

    Cancellation cancellation() {
        return cancellation;
    }

    KprgReader reader() {
        return new KprgReader(transaction, cancellation);
    }

    /** A walk over a selection, going on after a cursor when one is given. */
    Walk walk(Selection selection, Optional<String> after) {
        if (after.isEmpty()) {
            return Walk.over(graph, selection, cancellation);
        }
        Position position = Cursor.read(after.get(), graph, selection.kinds());
        return Walk.after(position, graph, selection, cancellation);
    }

    @SuppressWarnings({"deprecation", "removal"})
    Node node(int index) {
        @Nullable Node known = nodes[index];
        if (known != null) {
            return known;
        }
        try {
            Node node = transaction.getNodeById(graph.node(index));
            nodes[index] = node;
            return node;
        } catch (NotFoundException deleted) {
            // Without the cause: of a chain the database shows only the last, which does not say what to do.
            throw new IllegalStateException("The knowledge point '%s' was deleted after this call began: start again"
                    .formatted(graph.id(index)));
        }
    }

    List<Node> nodes(List<Integer> indexes) {
        return indexes.stream().map(this::node).toList();
    }

    List<Node> members(Combination combination) {
        var members = new ArrayList<Node>(combination.size());
        for (int i = 0; i < combination.size(); i++) {
            members.add(node(combination.member(i)));
        }
        return members;
    }

    /** The index of a node given as an argument. */
    int index(String argument, @Nullable Node node) {
        if (node == null || !node.hasLabel(KprgReader.KNOWLEDGE_POINT)) {
            throw new IllegalArgumentException("%s is %s, but must be a KnowledgePoint"
                    .formatted(argument, node == null ? "null" : described(node)));
        }
        String id = KprgReader.id(node);
        int index = graph.indexOf(id);
        if (index < 0) {
            throw new IllegalArgumentException(
                    "%s is the knowledge point '%s' (status: %s), which is not in the KPRG of epoch %d: give an active one, or CALL kprg.build() if it is new"
                            .formatted(argument, id, node.getProperty("status", "none"), graph.epoch()));
        }
        return index;
    }

    private static String described(Node node) {
        var labels = new ArrayList<String>();
        node.getLabels().forEach(label -> labels.add(label.name()));
        return "a node labelled " + Set.copyOf(labels);
    }

    /** Asks the database whether the result is still wanted, and tells it how far the call is. */
    private record Call(TerminationGuard guard, Progress progress) implements Cancellation {

        @Override
        public void check() {
            guard.check();
        }

        @Override
        public void at(String step, double share) {
            progress.tell("kprg: %s, %.0f %%".formatted(step, 100 * share));
        }
    }
}

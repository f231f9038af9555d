package dev.grip.kprg.projection;

import dev.grip.kprg.runtime.Cancellation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.RelationshipType;
import org.neo4j.graphdb.Transaction;

/**
 * Reads knowledge points, seeds and edges out of one transaction. A knowledge point counts when its {@code status} is
 * {@code active} or missing; all others are left out together with their edges and requirements.
 */
public final class KprgReader {

    public static final Label KPRG = Label.label("Kprg");
    public static final Label KNOWLEDGE_POINT = Label.label("KnowledgePoint");
    public static final Label SEED = Label.label("Seed");
    public static final RelationshipType REQUIRES = RelationshipType.withName("REQUIRES");
    public static final RelationshipType CO_OCCURS = RelationshipType.withName("CO_OCCURS");

    private final Transaction transaction;
    private final Cancellation cancellation;

    public KprgReader(Transaction transaction, Cancellation cancellation) {
        this.transaction = transaction;
        this.cancellation = cancellation;
    }

    /** The one {@code (:Kprg)} node, empty before the first build. */
    public Optional<Node> kprg() {
        return Optional.ofNullable(transaction.findNode(KPRG, "id", "kprg"));
    }

    /** The epoch the last build left, empty before the first build. */
    public OptionalLong epoch() {
        return kprg().filter(node -> node.hasProperty("epoch"))
                .map(node -> OptionalLong.of(((Number) node.getProperty("epoch")).longValue()))
                .orElse(OptionalLong.empty());
    }

    /** The active knowledge points in the order of their ids. */
    public List<Node> knowledgePoints() {
        var byId = new TreeMap<String, Node>();
        try (var nodes = transaction.findNodes(KNOWLEDGE_POINT)) {
            while (nodes.hasNext()) {
                Node node = nodes.next();
                cancellation.check();
                if (active(node) && byId.put(id(node), node) != null) {
                    throw new IllegalStateException(
                            "Two active knowledge points have the id '%s': merge them or change one"
                                    .formatted(id(node)));
                }
            }
        }
        return List.copyOf(byId.values());
    }

    /** Of each seed that requires an active knowledge point, the indexes of those it requires, ascending. */
    public int[][] seedSets(List<Node> knowledgePoints) {
        Map<Node, List<Integer>> sets = new HashMap<>();
        for (int index = 0; index < knowledgePoints.size(); index++) {
            cancellation.check();
            for (Node seed : seedsOf(knowledgePoints.get(index))) {
                sets.computeIfAbsent(seed, key -> new ArrayList<>()).add(index);
            }
        }
        return sets.values().stream()
                .map(set -> set.stream().mapToInt(Integer::intValue).toArray())
                .sorted(Arrays::compare)
                .toArray(int[][]::new);
    }

    /** The first seeds by id that require both, at most as many as asked for. */
    public List<Node> seedsRequiring(Node a, Node b, int most) {
        Set<Node> ofA = seedsOf(a);
        return seedsOf(b).stream()
                .filter(ofA::contains)
                .sorted(Comparator.comparing(
                        seed -> seed.getProperty("id", seed.getElementId()).toString()))
                .limit(most)
                .toList();
    }

    /** What tells one set of knowledge points from another; the build stores it as {@code Kprg.knowledgePoints}. */
    public static String fingerprint(List<Node> knowledgePoints) {
        var fingerprint = new Fingerprint();
        for (Node node : knowledgePoints) {
            fingerprint.add(id(node)).add(node.getElementId());
        }
        return fingerprint.text();
    }

    public static String id(Node knowledgePoint) {
        if (knowledgePoint.getProperty("id", null) instanceof String id && !id.isEmpty()) {
            return id;
        }
        throw new IllegalStateException("The knowledge point %s (name: %s) has no id: give it a string that is its own"
                .formatted(knowledgePoint.getElementId(), knowledgePoint.getProperty("name", "none")));
    }

    public static boolean active(Node knowledgePoint) {
        return "active".equals(knowledgePoint.getProperty("status", "active"));
    }

    private static Set<Node> seedsOf(Node knowledgePoint) {
        var seeds = new HashSet<Node>();
        try (var relationships = knowledgePoint.getRelationships(Direction.INCOMING, REQUIRES)) {
            for (Relationship required : relationships) {
                Node seed = required.getStartNode();
                if (seed.hasLabel(SEED)) {
                    seeds.add(seed);
                }
            }
        }
        return seeds;
    }
}

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

    Optional<Stamp> stamp() {
        return kprg().filter(node -> node.hasProperty("epoch"))
                .map(node -> new Stamp(
                        node.getElementId(),
                        ((Number) node.getProperty("epoch")).longValue(),
                        (String) node.getProperty("knowledgePoints", ""),
                        (String) node.getProperty("seeds", "")));
    }

    /** The projection the stamp stands for, empty when the knowledge points are no longer those of the stamp. */
    @SuppressWarnings({"deprecation", "removal"})
    Optional<KprgGraph> load(Stamp stamp) {
        List<Node> nodes = knowledgePoints();
        if (!fingerprint(nodes).equals(stamp.knowledgePoints())) {
            return Optional.empty();
        }
        var list = new KnowledgePointList();
        nodes.forEach(node -> list.add(node.getId(), id(node)));
        var requirements = new RequirementList();
        int[][] seedSets = seedSets(nodes);
        for (int seed = 0; seed < seedSets.length; seed++) {
            for (int node : seedSets[seed]) {
                requirements.add(seed, node);
            }
        }
        return Optional.of(
                KprgGraph.of(stamp.epoch(), list, List.of(edges(nodes)), List.of(requirements), cancellation));
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
        knowledgePoints.forEach(node -> fingerprint.add(id(node)).add(node.getElementId()));
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

    private EdgeList edges(List<Node> knowledgePoints) {
        var index = new HashMap<Node, Integer>();
        knowledgePoints.forEach(node -> index.put(node, index.size()));
        var edges = new EdgeList();
        for (Node node : knowledgePoints) {
            cancellation.check();
            try (var relationships = node.getRelationships(Direction.OUTGOING, CO_OCCURS)) {
                for (Relationship edge : relationships) {
                    Integer to = index.get(edge.getEndNode());
                    if (to != null) {
                        edges.add(index.getOrDefault(node, -1), to, weight(edge));
                    }
                }
            }
        }
        return edges;
    }

    private static int weight(Relationship edge) {
        if (edge.getProperty("weight", null) instanceof Long weight && weight >= 1 && weight <= Integer.MAX_VALUE) {
            return weight.intValue();
        }
        throw new IllegalStateException("CO_OCCURS from '%s' to '%s' has the weight %s: CALL kprg.build() to repair it"
                .formatted(id(edge.getStartNode()), id(edge.getEndNode()), edge.getProperty("weight", "none")));
    }
}

package dev.grip.kprg.procedures;

import dev.grip.kprg.combinations.Bridges;
import dev.grip.kprg.combinations.ImplicitPairs;
import dev.grip.kprg.combinations.Kind;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.Transaction;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.Mode;
import org.neo4j.procedure.Name;
import org.neo4j.procedure.Procedure;
import org.neo4j.procedure.TerminationGuard;

/** Shows why knowledge points are implicit pairs: the paths and seeds between two, and the pairs as drawable edges. */
public final class ExplanationProcedures {

    private static final int PATHS = 100;
    private static final int SEEDS_AN_EDGE = 5;

    @Context
    @SuppressWarnings("NullAway.Init")
    public GraphDatabaseService database;

    @Context
    @SuppressWarnings("NullAway.Init")
    public Transaction transaction;

    @Context
    @SuppressWarnings("NullAway.Init")
    public TerminationGuard guard;

    @Procedure(name = "kprg.bridges", mode = Mode.READ)
    @Description(
            "The shortest paths between two knowledge points at most 3 edges apart, widest first, at most 100, with"
                    + " the seeds behind each edge, at most 5 an edge.")
    public Stream<BridgeRow> bridges(@Name("a") Node a, @Name("b") Node b) {
        OpenKprg kprg = OpenKprg.of(database, transaction, guard);
        int from = kprg.index("a", a);
        int to = kprg.index("b", b);
        if (from == to) {
            throw new IllegalArgumentException("a and b are both the knowledge point '%s': give two different ones"
                    .formatted(kprg.graph().id(from)));
        }
        return new Bridges(kprg.graph(), kprg.cancellation())
                .between(from, to).stream().limit(PATHS).map(path -> row(kprg, path));
    }

    @Procedure(name = "kprg.implicit", mode = Mode.READ)
    @Description("Virtual TWO_HOP and THREE_HOP relationships among the given knowledge points, to be drawn.")
    public Stream<ImplicitRow> implicit(
            @Name("knowledgePoints") List<Node> knowledgePoints,
            @Name(value = "config", defaultValue = "{}") Map<String, Object> config) {
        var settings = new Settings("kprg.implicit", config);
        var selection = settings.selection(Set.of(Kind.TWO_HOP, Kind.THREE_HOP));
        OpenKprg kprg = OpenKprg.of(database, transaction, guard);
        var indexes = new BitSet();
        for (int i = 0; i < knowledgePoints.size(); i++) {
            indexes.set(kprg.index("knowledgePoints[%d]".formatted(i), knowledgePoints.get(i)));
        }
        return new ImplicitPairs(kprg.graph(), selection, kprg.cancellation())
                .among(indexes).stream()
                        .map(pair -> new ImplicitRow(
                                VirtualRelationship.of(kprg, pair), pair.kind().name(), pair.weight()));
    }

    private static BridgeRow row(OpenKprg kprg, Bridges.Path path) {
        List<Node> nodes = kprg.nodes(path.nodes());
        var seeds = new LinkedHashSet<Node>();
        for (int i = 1; i < nodes.size(); i++) {
            seeds.addAll(kprg.reader().seedsRequiring(nodes.get(i - 1), nodes.get(i), SEEDS_AN_EDGE));
        }
        return new BridgeRow(path.distance(), nodes, path.weight(), List.copyOf(seeds));
    }

    /** One shortest path. */
    public record BridgeRow(
            @Description("Edges on the path.") long distance,
            @Description("Its knowledge points, both ends included.") List<Node> path,
            @Description("The smallest edge weight on it.") double weight,
            @Description("Seeds that require both ends of an edge of the path.") List<Node> seeds) {}

    /** One implicit pair among the given knowledge points. */
    public record ImplicitRow(
            @Description("Not stored: to return and draw; filter by the other columns, Cypher cannot look inside.")
                    Relationship relationship,
            @Description("TWO_HOP or THREE_HOP.") String kind,
            @Description("The widest path between them.") double weight) {}
}

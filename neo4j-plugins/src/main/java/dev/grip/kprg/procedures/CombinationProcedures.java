package dev.grip.kprg.procedures;

import dev.grip.kprg.combinations.Kind;
import dev.grip.kprg.combinations.Sample;
import dev.grip.kprg.combinations.Selection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.Mode;
import org.neo4j.procedure.Name;
import org.neo4j.procedure.Procedure;
import org.neo4j.procedure.TerminationGuard;

/**
 * Lists combinations, one a row or packed. What each kind, weight and filter means is said at {@link Selection}. Rows come
 * by kind, then size, then members compared one by one, a knowledge point of higher degree before one of lower and the
 * smaller id first among equals; they are made a row at a time as the caller pulls. The order depends on the epoch alone: {@code after} goes on right behind the row a cursor came from,
 * and the parts of {@code shard: {index, count}} are disjoint, complete and equal in size up to one combination. No {@code limit} means all.
 */
public final class CombinationProcedures {

    @Context
    @SuppressWarnings("NullAway.Init")
    public GraphDatabaseService database;

    @Context
    @SuppressWarnings("NullAway.Init")
    public Transaction transaction;

    @Context
    @SuppressWarnings("NullAway.Init")
    public TerminationGuard guard;

    @Procedure(name = "kprg.oneHop", mode = Mode.READ)
    @Description("Lists the pairs of knowledge points with an edge.")
    public Stream<CombinationRow> oneHop(@Name(value = "config", defaultValue = "{}") Map<String, Object> config) {
        return list("kprg.oneHop", Kind.ONE_HOP, config);
    }

    @Procedure(name = "kprg.twoHop", mode = Mode.READ)
    @Description("Lists the pairs of knowledge points at shortest distance 2.")
    public Stream<CombinationRow> twoHop(@Name(value = "config", defaultValue = "{}") Map<String, Object> config) {
        return list("kprg.twoHop", Kind.TWO_HOP, config);
    }

    @Procedure(name = "kprg.threeHop", mode = Mode.READ)
    @Description("Lists the pairs at shortest distance 3 that have a core knowledge point.")
    public Stream<CombinationRow> threeHop(@Name(value = "config", defaultValue = "{}") Map<String, Object> config) {
        return list("kprg.threeHop", Kind.THREE_HOP, config);
    }

    @Procedure(name = "kprg.community", mode = Mode.READ)
    @Description("Lists the cliques of 3 or 4 knowledge points.")
    public Stream<CombinationRow> community(@Name(value = "config", defaultValue = "{}") Map<String, Object> config) {
        return list("kprg.community", Kind.COMMUNITY, config);
    }

    @Procedure(name = "kprg.blocks", mode = Mode.READ)
    @Description("Lists combinations packed, up to 4096 of one kind and size a row.")
    public Stream<BlockRow> blocks(@Name(value = "config", defaultValue = "{}") Map<String, Object> config) {
        var settings = new Settings("kprg.blocks", config);
        Selection selection = settings.selection(Settings.everyKind());
        OpenKprg kprg = OpenKprg.of(database, transaction, guard);
        var packer = new Packer(kprg.graph(), kprg.walk(selection, settings.after()), settings.limit());
        return Streams.of(packer::hasNext, packer::pack);
    }

    @Procedure(name = "kprg.sample", mode = Mode.READ)
    @Description("Draws config.limit combinations uniformly without replacement, the same for the same config.seed.")
    public Stream<CombinationRow> sample(@Name(value = "config", defaultValue = "{}") Map<String, Object> config) {
        var settings = new Settings("kprg.sample", config);
        Selection selection = settings.selection(Settings.everyKind());
        long limit = settings.requiredLimit();
        OpenKprg kprg = OpenKprg.of(database, transaction, guard);
        var sample = Sample.of(kprg.graph(), selection, limit, settings.seed(), kprg.cancellation());
        return Streams.of(sample::next, () -> CombinationRow.of(kprg, sample.combination()));
    }

    private Stream<CombinationRow> list(String procedure, Kind kind, Map<String, Object> config) {
        var settings = new Settings(procedure, config);
        Selection selection = settings.selection(Set.of(kind));
        long limit = settings.limit();
        OpenKprg kprg = OpenKprg.of(database, transaction, guard);
        var walk = kprg.walk(selection, settings.after());
        return Streams.of(walk::next, () -> CombinationRow.of(kprg, walk)).limit(limit);
    }
}

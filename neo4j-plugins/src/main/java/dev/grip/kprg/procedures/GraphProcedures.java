package dev.grip.kprg.procedures;

import dev.grip.kprg.combinations.Census;
import dev.grip.kprg.combinations.Summary;
import dev.grip.kprg.loading.Database;
import dev.grip.kprg.projection.KprgGraph;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.Mode;
import org.neo4j.procedure.Name;
import org.neo4j.procedure.Procedure;
import org.neo4j.procedure.TerminationGuard;

/** Says what the KPRG is like: its size and shape, its core, and how many combinations it holds. */
public final class GraphProcedures {

    @Context
    @SuppressWarnings("NullAway.Init")
    public GraphDatabaseService database;

    @Context
    @SuppressWarnings("NullAway.Init")
    public Transaction transaction;

    @Context
    @SuppressWarnings("NullAway.Init")
    public TerminationGuard guard;

    @Procedure(name = "kprg.info", mode = Mode.READ)
    @Description("Size and shape of the KPRG, its epoch, and the memory its projection takes.")
    public Stream<InfoRow> info() {
        KprgGraph graph = OpenKprg.of(database, transaction, guard).graph();
        var summary = Summary.of(graph);
        return Stream.of(new InfoRow(
                graph.nodes(),
                graph.edges(),
                summary.minDegree(),
                summary.meanDegree(),
                summary.maxDegree(),
                summary.components(),
                summary.largestComponent(),
                graph.epoch(),
                Cursor.graphOf(graph),
                graph.bytes(),
                graph.rememberedBytes(),
                Database.memoryLimit(database)));
    }

    @Procedure(name = "kprg.ids", mode = Mode.READ)
    @Description("What the indexes in kprg.blocks stand for.")
    public Stream<IdRow> ids() {
        OpenKprg kprg = OpenKprg.of(database, transaction, guard);
        return IntStream.range(0, kprg.graph().nodes()).mapToObj(index -> {
            Object name = kprg.node(index).getProperty("name", null);
            return new IdRow(index, kprg.graph().id(index), name == null ? null : name.toString());
        });
    }

    @Procedure(name = "kprg.core", mode = Mode.READ)
    @Description("The core knowledge points by config.core, highest degree first.")
    public Stream<CoreRow> core(@Name(value = "config", defaultValue = "{}") Map<String, Object> config) {
        var rule = new Settings("kprg.core", config).core();
        OpenKprg kprg = OpenKprg.of(database, transaction, guard);
        return IntStream.range(0, rule.count(kprg.graph()))
                .mapToObj(index -> new CoreRow(kprg.node(index), kprg.graph().degree(index), index + 1L));
    }

    @Procedure(name = "kprg.census", mode = Mode.READ)
    @Description("Counts combinations exactly without listing them, and those no single seed has.")
    public Stream<CensusRow> census(@Name(value = "config", defaultValue = "{}") Map<String, Object> config) {
        var selection = new Settings("kprg.census", config).selection(Settings.everyKind());
        OpenKprg kprg = OpenKprg.of(database, transaction, guard);
        return new Census(kprg.graph(), selection, kprg.cancellation())
                .count().stream().map(CensusRow::of);
    }

    /** The KPRG in numbers. */
    public record InfoRow(
            @Description("Active knowledge points.") long nodes,
            @Description("CO_OCCURS edges between them.") long edges,
            @Description("Smallest number of edges at one of them.") long minDegree,
            @Description("Mean number of edges.") double meanDegree,
            @Description("Largest number of edges.") long maxDegree,
            @Description("Connected components, isolated knowledge points included.") long components,
            @Description("Knowledge points in the largest component.") long largestComponent,
            @Description("Grows whenever kprg.build changes the KPRG.") long epoch,
            @Description("What cursors of this graph begin with: another epoch or content has another.") String graph,
            @Description("Bytes of memory the projection takes.") long projectionBytes,
            @Description("Bytes of the counts that census, samples and shards keep with it.") long countsBytes,
            @Description("Bytes that all projections may take together, server.kprg.projection.memory_limit.")
                    long projectionLimitBytes) {}

    /** One index of the projection. */
    public record IdRow(
            @Description("Index in kprg.blocks, from 0, highest degree first.") long index,
            @Description("KnowledgePoint.id") String id,
            @Description("KnowledgePoint.name") @Nullable String name) {}

    /** One core knowledge point. */
    public record CoreRow(
            @Description("The knowledge point.") Node node,
            @Description("Its edges in the whole KPRG.") long degree,
            @Description("1 for the highest degree; the smaller id first among equals.") long rank) {}

    /** How many combinations of one kind and size there are, and are left after each filter. */
    public record CensusRow(
            @Description("ONE_HOP, TWO_HOP, THREE_HOP or COMMUNITY.") String kind,
            @Description("Knowledge points in each combination.") long size,
            @Description("How many there are without any filter.") long total,
            @Description("How many of these config.maxDegree leaves.") long afterMaxDegree,
            @Description("How many of these minWeight or minImplicitWeight leaves.") long afterMinWeight,
            @Description("How many are listed: of these all, or with config.repeat their copies.") long count,
            @Description("How many of the listed ones no single seed has all knowledge points of.") long novel) {

        static CensusRow of(Census.Count count) {
            return new CensusRow(
                    count.part().kind().name(),
                    count.part().size(),
                    count.total(),
                    count.afterMaxDegree(),
                    count.afterMinWeight(),
                    count.count(),
                    count.novel());
        }
    }
}

package dev.grip.kprg.procedures;

import java.util.Map;
import java.util.stream.Stream;
import org.neo4j.graphdb.Transaction;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.Mode;
import org.neo4j.procedure.Name;
import org.neo4j.procedure.Procedure;
import org.neo4j.procedure.TerminationGuard;

/** Brings the edges of the KPRG in line with what the seeds require. */
public final class BuildProcedures {

    @Context
    @SuppressWarnings("NullAway.Init")
    public Transaction transaction;

    @Context
    @SuppressWarnings("NullAway.Init")
    public TerminationGuard guard;

    @Procedure(name = "kprg.build", mode = Mode.WRITE)
    @Description("Rebuilds CO_OCCURS from REQUIRES and raises the epoch when knowledge points or edges changed.")
    public Stream<BuildRow> build(@Name(value = "config", defaultValue = "{}") Map<String, Object> config) {
        new Settings("kprg.build", config);
        return Stream.of(new Build(transaction, guard::check).run());
    }

    /** What a build found and did. */
    public record BuildRow(
            @Description("Active knowledge points.") long nodes,
            @Description("Edges between them, after the build.") long edges,
            @Description("Edges made.") long created,
            @Description("Edges whose weight was set.") long updated,
            @Description("Edges removed, because no seed supports them any more.") long deleted,
            @Description("The epoch after the build.") long epoch) {}
}

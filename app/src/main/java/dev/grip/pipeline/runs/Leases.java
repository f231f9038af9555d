package dev.grip.pipeline.runs;

import dev.grip.graph.Graph;
import dev.grip.graph.Query;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/**
 * Who coordinates which run, kept on the run by the database's clock, so that it does not matter what other clocks show. A lease
 * that is not kept ends after {@link #LENGTH}; that of a dead process of this machine ends at once.
 */
final class Leases {

    static final Duration LENGTH = Duration.ofSeconds(30);

    private static final Query ACQUIRE = Query.of("pipeline/acquire-run");
    private static final Query KEEP = Query.of("pipeline/keep-lease");
    private static final Query RELEASE = Query.of("pipeline/release-run");
    private static final Query OWNER = Query.of("pipeline/read-owner");
    private static final Query ORPHANS = Query.of("pipeline/list-orphans");

    private final Graph graph;
    private final Host host;
    private final String owner = UUID.randomUUID().toString();

    Leases(Graph graph, Host host) {
        this.graph = graph;
        this.host = host;
    }

    /** Throws {@link RunConflictException} naming who has it. */
    RunLease acquire(String run) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("id", run);
        parameters.put("owner", owner);
        parameters.put("pid", host.pid());
        parameters.put("host", host.name());
        parameters.put("dead", dead(run));
        parameters.put("lease", LENGTH.toMillis());
        Record row = graph.write(ACQUIRE, parameters(parameters)).get(0);
        if (!row.get("acquired").asBoolean()) {
            throw new RunConflictException("Run '" + run + "' is being carried out by process "
                    + row.get("pid").asLong() + " on " + row.get("host").asString()
                    + ": pause it first, or wait until that process is gone (" + LENGTH.toSeconds()
                    + " s after it is)");
        }
        return new RunLease(run, owner, row.get("term").asLong());
    }

    /** Keeps the lease for another period, and for how long the run has been carried out; false when it is lost. */
    boolean keep(RunLease lease, long activeMillis) {
        return !graph.write(
                        KEEP,
                        Map.of(
                                "id", lease.run(),
                                "owner", lease.owner(),
                                "term", lease.term(),
                                "lease", LENGTH.toMillis(),
                                "active", activeMillis))
                .isEmpty();
    }

    void release(RunLease lease, long activeMillis) {
        graph.write(
                RELEASE,
                Map.of("id", lease.run(), "owner", lease.owner(), "term", lease.term(), "active", activeMillis));
    }

    /** The owner of a run if it was a process of this machine that is no more. */
    @Nullable
    String dead(String run) {
        return graph.read(OWNER, Map.of("id", run)).stream()
                .filter(row -> host.knowsDead(
                        row.get("host").asString(), row.get("pid").asLong()))
                .map(row -> row.get("owner").asString())
                .findFirst()
                .orElse(null);
    }

    /** Runs that were to go on or to end, and whose coordinator is gone. */
    List<Orphan> orphans() {
        return graph.read(ORPHANS, Map.of("lease", LENGTH.toMillis())).stream()
                .filter(row -> row.get("ended").asBoolean()
                        || host.knowsDead(
                                row.get("host").asString(), row.get("pid").asLong()))
                .map(row -> new Orphan(
                        row.get("id").asString(), RunState.of(row.get("state").asString()), owner(row)))
                .toList();
    }

    private static String owner(Record row) {
        return row.get("owner").isNull()
                ? "a process"
                : "process " + row.get("pid").asLong() + " on "
                        + row.get("host").asString();
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // the driver takes null values, its signatures do not say so
    private static Map<String, Object> parameters(Map<String, ?> parameters) {
        return (Map<String, Object>) parameters;
    }
}

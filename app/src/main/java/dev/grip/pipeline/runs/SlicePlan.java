package dev.grip.pipeline.runs;

import dev.grip.combinations.Combination;
import dev.grip.combinations.CombinationRepository;
import dev.grip.combinations.Kind;
import dev.grip.combinations.Regions;
import dev.grip.graph.Graph;
import dev.grip.graph.Graph.Statement;
import dev.grip.graph.Query;
import dev.grip.pipeline.queue.SliceTask;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/** The slices of one run as its coordinator writes them: with their combinations and the run's cursor, in one transaction. */
final class SlicePlan {

    private static final Query ADD = Query.of("pipeline/add-slices");
    private static final Query OPEN = Query.of("pipeline/list-open-slices");
    private static final Query REOPEN = Query.of("pipeline/reopen-slices");
    private static final Query REMOVE = Query.of("pipeline/remove-slices");
    private static final Query COUNT = Query.of("pipeline/count-slices");
    private static final Query YIELD = Query.of("pipeline/report-yield");
    private static final int AT_ONCE = 1000;

    private final Graph graph;
    private final RunLease lease;

    SlicePlan(Graph graph, RunLease lease) {
        this.graph = graph;
        this.lease = lease;
    }

    /** Where planning stands behind some slices. */
    record Mark(@Nullable String cursor, long planned, boolean complete, @Nullable Integer round) {

        /** Behind slices that belong to no round. */
        Mark(@Nullable String cursor, long planned, boolean complete) {
            this(cursor, planned, complete, null);
        }
    }

    /** The combinations of one slice, all of one kind; in a steered run also of one region, unless that is not divided. */
    record Part(List<Combination> combinations, @Nullable String region) {

        static Part of(List<Combination> combinations) {
            return new Part(combinations, null);
        }

        Part in(String name) {
            return new Part(combinations, name.equals(Regions.WHOLE) ? null : name);
        }

        int size() {
            return combinations.size();
        }
    }

    /**
     * Adds slices of these combinations, the first with this index, and moves the run's cursor. Throws
     * {@link LeaseLostException} when another process coordinates the run.
     */
    List<SliceTask> add(List<Part> parts, int index, Mark mark) {
        List<SliceTask> tasks = new ArrayList<>();
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Part part : parts) {
            SliceTask task = task(index + tasks.size());
            tasks.add(task);
            rows.add(row(task, part, mark.round()));
        }
        List<Combination> all =
                parts.stream().flatMap(part -> part.combinations().stream()).toList();
        if (graph.write(List.of(CombinationRepository.keeping(all), new Statement(ADD, parameters(rows, mark))))
                .isEmpty()) {
            throw new LeaseLostException(lease.run());
        }
        return tasks;
    }

    @SuppressWarnings("NullAway") // the driver takes null values, its signatures do not say so
    private static Map<String, Object> row(SliceTask task, Part part, @Nullable Integer round) {
        List<Combination> combinations = part.combinations();
        Map<String, Object> row = new HashMap<>();
        row.put("id", task.slice());
        row.put("index", task.index());
        row.put("kind", combinations.get(0).kind());
        row.put(
                "combinations",
                combinations.stream().map(Combination::reference).toList());
        row.put("size", combinations.size());
        row.put("round", round);
        row.put("region", part.region());
        return row;
    }

    /** What came of each arm so far. */
    Map<Arm, Allocation.Seen> seen() {
        Map<Arm, Allocation.Seen> seen = new HashMap<>();
        for (RoundYield row : yields(graph, lease.run())) {
            String region = row.region();
            Arm arm = new Arm(Kind.valueOf(row.kind()), region == null ? Regions.WHOLE : region);
            seen.merge(arm, new Allocation.Seen(row.done(), row.accepted()), Allocation.Seen::and);
        }
        return seen;
    }

    /** What came of a run by round, kind and region, in this order. */
    static List<RoundYield> yields(Graph graph, String run) {
        return graph.read(YIELD, Map.of("id", run)).stream()
                .map(row -> new RoundYield(
                        row.get("round").asInt(),
                        row.get("kind").asString(),
                        row.get("region").asString(null),
                        row.get("combinations").asLong(),
                        row.get("done").asLong(),
                        row.get("accepted").asLong()))
                .toList();
    }

    /** Slices that need work, in order. */
    List<SliceTask> open() {
        return graph.read(OPEN, Map.of("run", lease.run())).stream()
                .map(row -> new SliceTask(
                        lease.run(), row.get("id").asString(), row.get("index").asInt(), lease.term()))
                .toList();
    }

    /** How many slices there are, and how many combinations were set aside in them. */
    record Count(int slices, long setAside) {}

    Count count() {
        Record row = graph.read(COUNT, Map.of("run", lease.run())).get(0);
        return new Count(row.get("slices").asInt(), row.get("setAside").asLong());
    }

    /** Has combinations tried again that were set aside. */
    void reopen() {
        graph.write(REOPEN, Map.of("run", lease.run()));
    }

    /** Removes all slices, for the run to be planned anew. */
    void remove() {
        long removed = AT_ONCE;
        while (removed == AT_ONCE) {
            removed = graph.write(REMOVE, Map.of("run", lease.run(), "most", AT_ONCE))
                    .get(0)
                    .get("removed")
                    .asLong();
        }
    }

    private SliceTask task(int index) {
        return new SliceTask(lease.run(), lease.run() + "-" + index, index, lease.term());
    }

    @SuppressWarnings("NullAway") // the driver takes null values, its signatures do not say so
    private Map<String, Object> parameters(List<Map<String, Object>> rows, Mark mark) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("run", lease.run());
        parameters.put("term", lease.term());
        parameters.put("cursor", mark.cursor());
        parameters.put("planned", mark.planned());
        parameters.put("complete", mark.complete());
        parameters.put("rows", rows);
        return parameters;
    }
}

package dev.grip.pipeline.runs;

import dev.grip.graph.Graph;
import dev.grip.graph.Query;
import dev.grip.pipeline.spending.Budget;
import dev.grip.pipeline.spending.Purpose;
import dev.grip.pipeline.spending.Used;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** Runs in the graph. */
final class RunRepository {

    private static final Query CREATE = Query.of("pipeline/create-run");
    private static final Query READ = Query.of("pipeline/read-run");
    private static final Query MOVE = Query.of("pipeline/move-run");
    private static final Query WISH = Query.of("pipeline/wish-run");
    private static final Query WATCH = Query.of("pipeline/watch-run");
    private static final Query STATUS = Query.of("pipeline/run-status");
    private static final Query TOTAL = Query.of("pipeline/set-total");
    private static final Query SPEND = Query.of("pipeline/run-spend");
    private static final Query BUDGET = Query.of("pipeline/set-budget");
    private static final Query EPOCH = Query.of("pipeline/read-epoch");

    private final Graph graph;

    RunRepository(Graph graph) {
        this.graph = graph;
    }

    /** A run as it was kept: what is needed to go on. {@code total} is null while the number of combinations is not known. */
    record Stored(
            String id,
            RunState state,
            RunRequest request,
            Decides decides,
            long epoch,
            @Nullable String cursor,
            long planned,
            boolean planComplete,
            @Nullable Long total,
            long activeMillis,
            Budget budget) {}

    /** What somebody wants of a run, the KPRG's epoch now, and how far the run is. */
    record Watched(RunState state, long epoch, long done, long accepted, long all) {}

    /** What came of a wish. */
    record Wish(boolean granted, RunState state) {}

    long epoch() {
        return graph.read(EPOCH, Map.of()).get(0).get("epoch").asLong();
    }

    /** Keeps a new run; one with this id stays as it is. */
    void create(String id, RunRequest request, Configuration configuration, long epoch, @Nullable Long total) {
        Map<String, @Nullable Object> properties = new HashMap<>();
        properties.put("profile", configuration.profile());
        properties.put("request", request.json());
        properties.put("decides", configuration.decides().json());
        properties.put("epoch", epoch);
        properties.put("rehearsal", configuration.rehearsal());
        properties.put(
                "judges",
                configuration.judges().stream().map(Configuration.Judge::model).toList());
        properties.put(
                "judgeWeights",
                configuration.judges().stream().map(Configuration.Judge::weight).toList());
        properties.put("judgePrompts", configuration.judgePrompts());
        properties.put("total", total);
        graph.write(CREATE, Map.of("id", id, "properties", properties));
    }

    Optional<Stored> read(String id) {
        return graph.read(READ, Map.of("id", id)).stream()
                .map(row -> row.get("run"))
                .map(run -> new Stored(
                        id,
                        RunState.of(run.get("state").asString()),
                        RunRequest.ofJson(run.get("request").asString()),
                        Decides.ofJson(run.get("decides").asString()),
                        run.get("epoch").asLong(),
                        run.get("cursor").asString(null),
                        run.get("planned").asLong(),
                        run.get("planComplete").asBoolean(),
                        run.get("total").isNull() ? null : run.get("total").asLong(),
                        run.get("activeMillis").asLong(0),
                        budget(run)))
                .findFirst();
    }

    private static Budget budget(Value run) {
        Value cost = run.get("maxCost");
        Value millis = run.get("maxMillis");
        Value rows = run.get("targetRows");
        return new Budget(
                cost.isNull() ? null : (Double) cost.asDouble(),
                millis.isNull() ? null : Duration.ofMillis(millis.asLong()),
                rows.isNull() ? null : (Long) rows.asLong());
    }

    /** Keeps where a run stops. */
    void budget(String id, Budget budget) {
        Duration time = budget.maxTime();
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("id", id);
        parameters.put("maxCost", budget.maxCost());
        parameters.put("maxMillis", time == null ? null : time.toMillis());
        parameters.put("targetRows", budget.targetRows());
        graph.write(BUDGET, unchecked(parameters));
    }

    /** What the calls of a run used so far. */
    SortedMap<Purpose, Used> used(String id) {
        SortedMap<Purpose, Used> used = new TreeMap<>();
        graph.read(SPEND, Map.of("id", id))
                .forEach(row -> used.put(
                        new Purpose(
                                row.get("stage").asString(), row.get("model").asString()),
                        new Used(
                                row.get("calls").asLong(),
                                row.get("promptTokens").asLong(),
                                row.get("completionTokens").asLong(),
                                row.get("micros").asLong(),
                                row.get("roomMicros").asLong(),
                                row.get("pauseMicros").asLong(),
                                row.get("storeMicros").asLong())));
        return used;
    }

    /** Moves a run of which this process is the coordinator; false when it is in no state that allows it, or has another one. */
    boolean move(RunLease lease, RunState to, @Nullable String error, @Nullable String notice) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("id", lease.run());
        parameters.put("from", to.before());
        parameters.put("to", to.word());
        parameters.put("term", lease.term());
        parameters.put("ended", to.ended());
        parameters.put("error", error);
        parameters.put("notice", notice);
        return !graph.write(MOVE, unchecked(parameters)).isEmpty();
    }

    /** Tells the coordinator of a run, by its state, what somebody wants; a run that has none is settled at once. */
    Wish wish(String id, RunState asking, RunState settled, @Nullable String dead) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("id", id);
        parameters.put("fromHeld", asking.before());
        parameters.put("asking", asking.word());
        parameters.put("fromFree", settled.before());
        parameters.put("settled", settled.word());
        parameters.put("ended", settled.ended());
        parameters.put("dead", dead);
        parameters.put("lease", Leases.LENGTH.toMillis());
        Record row = graph.write(WISH, unchecked(parameters)).get(0);
        return new Wish(
                row.get("granted").asBoolean(), RunState.of(row.get("state").asString()));
    }

    Watched watch(String id) {
        Record row = graph.read(WATCH, Map.of("id", id)).get(0);
        return new Watched(
                RunState.of(row.get("state").asString()),
                row.get("epoch").asLong(),
                row.get("done").asLong(),
                row.get("accepted").asLong(),
                row.get("all").asLong());
    }

    void total(String id, long total) {
        graph.write(TOTAL, Map.of("id", id, "total", total));
    }

    /** All runs, newest first, or the one with this id. */
    List<RunStatus> status(@Nullable String id) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("id", id);
        return graph.read(STATUS, unchecked(parameters)).stream()
                .map(RunRepository::runStatus)
                .toList();
    }

    private static RunStatus runStatus(Record row) {
        Value run = row.get("run");
        return new RunStatus(
                run.get("id").asString(),
                RunState.of(run.get("state").asString()),
                run.get("rehearsal").asBoolean(),
                run.get("profile").asString(),
                run.get("total").isNull()
                        ? row.get("planned").asLong()
                        : run.get("total").asLong(),
                row.get("done").asLong(),
                row.get("problems").asLong(),
                row.get("problemsPassed").asLong(),
                row.get("solutions").asLong(),
                row.get("accepted").asLong(),
                row.get("failed").asLong(),
                instant(run.get("createdAt")),
                run.get("endedAt").isNull() ? null : instant(run.get("endedAt")),
                run.get("error").asString(null),
                run.get("notice").asString(null),
                run.get("owner").asString(null));
    }

    private static Instant instant(Value value) {
        return value.asZonedDateTime().toInstant();
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // the driver takes null values, its signatures do not say so
    private static Map<String, Object> unchecked(Map<String, ?> parameters) {
        return (Map<String, Object>) parameters;
    }
}

package dev.grip.pipeline;

import dev.grip.combinations.Combination;
import dev.grip.graph.Graph;
import dev.grip.graph.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** Runs and their slices in the graph. */
final class RunRepository {

    private static final Query CREATE = Query.of("pipeline/create-run");
    private static final Query FIND_DONE = Query.of("pipeline/find-done-run");
    private static final Query STATE = Query.of("pipeline/set-run-state");
    private static final Query STATUS = Query.of("pipeline/run-status");
    private static final Query ABANDON = Query.of("pipeline/abandon-runs");
    private static final Query ADD_SLICE = Query.of("pipeline/add-slice");
    private static final Query FIND_MADE = Query.of("pipeline/find-made");
    private static final Query FINISH_SLICE = Query.of("pipeline/finish-slice");
    private static final Query EPOCH = Query.of("pipeline/read-epoch");

    private final Graph graph;

    RunRepository(Graph graph) {
        this.graph = graph;
    }

    /** A run as it begins. {@code configuration} is JSON, {@code fingerprint} a hash of all that decides its results. */
    record NewRun(String id, String profile, String configuration, String fingerprint, long epoch, boolean rehearsal) {}

    long epoch() {
        return graph.read(EPOCH, Map.of()).get(0).get("epoch").asLong();
    }

    void create(NewRun run) {
        graph.write(
                CREATE,
                Map.of(
                        "id", run.id(),
                        "profile", run.profile(),
                        "config", run.configuration(),
                        "fingerprint", run.fingerprint(),
                        "epoch", run.epoch(),
                        "rehearsal", run.rehearsal()));
    }

    /** A finished run with the same fingerprint, which would do nothing new. */
    Optional<String> findDone(String fingerprint) {
        return graph.read(FIND_DONE, Map.of("fingerprint", fingerprint)).stream()
                .map(row -> row.get("id").asString())
                .findFirst();
    }

    RunState state(String run, RunState state, @Nullable String error) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("id", run);
        parameters.put("state", state.word());
        parameters.put("ended", state.ended());
        parameters.put("error", error);
        graph.write(STATE, parameters);
        return state;
    }

    /** Marks as failed what a process left running when it died; only for a database nobody else works on. */
    void abandonRunning(String error) {
        graph.write(ABANDON, Map.of("error", error));
    }

    /** All runs, newest first, or the one with this id. */
    List<RunStatus> status(@Nullable String id) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("id", id);
        return graph.read(STATUS, parameters).stream()
                .map(RunRepository::runStatus)
                .toList();
    }

    void addSlice(Slice slice) {
        graph.write(
                ADD_SLICE,
                Map.of(
                        "id", slice.id(),
                        "run", slice.run(),
                        "index", slice.index(),
                        "combinations",
                                slice.combinations().stream()
                                        .map(RunRepository::reference)
                                        .toList()));
    }

    /** What is already in the graph under these problem keys: the counts each adds. */
    Map<String, SliceCounts> made(List<String> problemKeys) {
        Map<String, SliceCounts> made = new HashMap<>();
        for (Record row : graph.read(FIND_MADE, Map.of("keys", problemKeys))) {
            made.put(
                    row.get("key").asString(),
                    SliceCounts.of(
                            row.get("problem").asString(), row.get("solution").asString("")));
        }
        return made;
    }

    /**
     * Stores what was made of a slice and, in the same transaction, that it is done (or that some of it still waits); returns
     * {@code done}.
     */
    boolean finish(Slice slice, List<Outcome> outcomes, List<String> problems, SliceCounts counts, boolean done) {
        List<Map<String, Object>> rows = new ArrayList<>();
        outcomes.stream()
                .sorted(java.util.Comparator.comparing(
                        outcome -> outcome.problem().key()))
                .forEach(outcome -> rows.add(OutcomeRow.of(outcome, slice.run())));
        graph.write(
                FINISH_SLICE,
                Map.of(
                        "id",
                        slice.id(),
                        "state",
                        done ? "done" : "planned",
                        "problems",
                        problems,
                        "counts",
                        Map.of(
                                "done", done ? slice.combinations().size() : 0,
                                "problems", counts.problems(),
                                "problemsPassed", counts.problemsPassed(),
                                "solutions", counts.solutions(),
                                "accepted", counts.accepted(),
                                "failed", counts.failed()),
                        "rows",
                        rows));
        return done;
    }

    private static String reference(Combination combination) {
        return combination.key() + "#" + combination.sample();
    }

    private static RunStatus runStatus(Record row) {
        Value run = row.get("run");
        return new RunStatus(
                run.get("id").asString(),
                RunState.of(run.get("state").asString()),
                run.get("rehearsal").asBoolean(),
                run.get("profile").asString(),
                row.get("combinations").asLong(),
                row.get("done").asLong(),
                row.get("problems").asLong(),
                row.get("problemsPassed").asLong(),
                row.get("solutions").asLong(),
                row.get("accepted").asLong(),
                row.get("failed").asLong(),
                instant(run.get("createdAt")),
                run.get("endedAt").isNull() ? null : instant(run.get("endedAt")),
                run.get("error").asString(null));
    }

    private static Instant instant(Value value) {
        return value.asZonedDateTime().toInstant();
    }
}

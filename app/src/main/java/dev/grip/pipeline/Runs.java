package dev.grip.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.grip.graph.Key;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Launches runs, carries them out in the background, one after the other, and tells how they stand. Thread-safe. */
final class Runs {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final RunRepository repository;
    private final Executions executions;
    private final ExecutorService background;
    private final String profile;
    private final String configuration;
    private final boolean rehearsal;
    private final Map<String, Active> active = new ConcurrentHashMap<>();

    /** Makes the execution of a run. */
    interface Executions {
        RunExecution of(String run, RunExecution.Choice choice);
    }

    private record Active(RunExecution execution, CompletableFuture<Void> done) {}

    /** {@code configuration} names everything besides the request that decides results: profile numbers, models, prompts. */
    Runs(
            RunRepository repository,
            Executions executions,
            ExecutorService background,
            String profile,
            String configuration,
            boolean rehearsal) {
        this.repository = repository;
        this.executions = executions;
        this.background = background;
        this.profile = profile;
        this.configuration = configuration;
        this.rehearsal = rehearsal;
    }

    /** The KPRG's epoch; 0 before its first build. */
    long epoch() {
        return repository.epoch();
    }

    /** Starts a run of {@code choice}, which is what {@code request} means. */
    RunStatus launch(RunRequest request, RunExecution.Choice choice) {
        long epoch = repository.epoch();
        String id = newId();
        repository.create(
                new RunRepository.NewRun(id, profile, json(request), fingerprint(request, epoch), epoch, rehearsal));
        RunExecution execution = executions.of(id, choice);
        Active started = new Active(execution, new CompletableFuture<>());
        active.put(id, started);
        background.execute(() -> carryOut(id, started));
        return status(id).orElseThrow();
    }

    /** The finished run that had this request on this graph with these models, if there is one. */
    Optional<RunStatus> done(RunRequest request) {
        return repository.findDone(fingerprint(request, repository.epoch())).flatMap(this::status);
    }

    Optional<RunStatus> status(String id) {
        return repository.status(id).stream().findFirst().map(this::withProgress);
    }

    List<RunStatus> all() {
        return repository.status(null).stream().map(this::withProgress).toList();
    }

    RunStatus cancel(String id) {
        RunStatus before = status(id).orElseThrow(() -> new IllegalArgumentException("There is no run '" + id + "'"));
        Active running = active.get(id);
        if (running != null && !before.state().ended()) {
            running.execution().cancel();
            repository.state(id, RunState.CANCELLING, null);
        } else if (!before.state().ended()) {
            throw new IllegalArgumentException(
                    "Run '" + id + "' is carried out by another process; cancel it there (its API or its terminal)");
        }
        return status(id).orElseThrow();
    }

    /** Waits up to the given time; whether this process has finished with the run. */
    boolean join(String id, long time, TimeUnit unit) throws InterruptedException {
        Active running = active.get(id);
        if (running == null) {
            return true;
        }
        try {
            running.done().get(time, unit);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("Run " + id + " ended unexpectedly", e.getCause());
        }
    }

    /** Asks every run of this process to stop. */
    void cancelAll() {
        active.values().forEach(running -> running.execution().cancel());
    }

    /** Ends what an earlier process left unfinished; only for a database that no other process works on. */
    void abandonRunning() {
        repository.abandonRunning(
                "The process that carried out this run ended before it was done. Launch it again: what it finished is kept");
    }

    private void carryOut(String id, Active started) {
        try {
            started.execution().carryOut();
        } finally {
            active.remove(id);
            started.done().complete(null);
        }
    }

    private RunStatus withProgress(RunStatus stored) {
        Active running = active.get(stored.id());
        long done = running == null
                ? stored.done()
                : Math.max(stored.done(), running.execution().worked());
        return stored.withDone(done);
    }

    private String fingerprint(RunRequest request, long epoch) {
        return Key.of("run", json(request), configuration, epoch);
    }

    private static String json(RunRequest request) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("spec", request.spec());
        fields.put("cypher", request.cypher());
        fields.put("parameters", new java.util.TreeMap<>(request.parameters()));
        fields.put("limit", request.limit());
        try {
            return JSON.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The request cannot be kept: " + e.getOriginalMessage(), e);
        }
    }

    private static String newId() {
        byte[] random = new byte[2];
        new SecureRandom().nextBytes(random);
        return "run-" + STAMP.format(Clock.systemUTC().instant()) + "-"
                + HexFormat.of().formatHex(random);
    }
}

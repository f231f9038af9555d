package dev.grip.pipeline;

import dev.grip.dataset.ExportReport;
import dev.grip.dataset.ExportRequest;
import dev.grip.graph.Neo4jExtension;
import dev.grip.llm.prompts.PromptLibrary;
import dev.grip.pipeline.runs.RunState;
import dev.grip.rehearsal.Journal.ReceivedRequest;
import dev.grip.rehearsal.RehearsalFleet;
import dev.grip.rehearsal.engine.Latency;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * A KPRG in the tests' Neo4j and rehearsal servers outside the processes under test, so that these can be killed while what was asked
 * stays known.
 */
final class RunsAtWork implements AutoCloseable {

    private final Neo4jExtension neo4j;
    private final Path data;
    private final RehearsalFleet models = RehearsalFleet.start(Rehearsals.usual(PromptLibrary.load()));
    private final List<Process> workers = new ArrayList<>();
    private final Map<String, Long> needed = new TreeMap<>();

    /** Makes the KPRG of the labelled seeds; {@code data} is for files. */
    RunsAtWork(Neo4jExtension neo4j, Path data) throws IOException {
        this.neo4j = neo4j;
        this.data = data;
        neo4j.wipe();
        try (Grip grip = open(Map.of("knowledge.questions-per-mention", "0"));
                InputStream seeds = RunsAtWork.class.getResourceAsStream("/demo/labelled_gsm8k_100.jsonl")) {
            grip.importSeeds(Objects.requireNonNull(seeds), "labelled", true);
            grip.extract(Progress.NONE);
            grip.buildGraph();
        }
        begin(Duration.ZERO);
    }

    /** Forgets all runs, what they made, and what was asked; see {@link #answersTake}. */
    void begin(Duration answer) {
        count("MATCH (n) WHERE n:Run OR n:Slice OR n:Combination OR n:Problem OR n:Solution OR n:Judgement OR n:Rating"
                + " DETACH DELETE n RETURN count(n)");
        models.servers().forEach(server -> server.journal().clear());
        answersTake(answer);
    }

    /** Every answer takes so long from now on. */
    void answersTake(Duration answer) {
        Latency latency = answer.isZero() ? Latency.INSTANT : Latency.fixed(answer);
        models.servers().forEach(server -> server.change(config -> config.withLatency(latency)));
    }

    Grip open(Map<String, String> overrides) {
        Map<String, String> settings = settings();
        settings.putAll(overrides);
        return TestGrip.open(neo4j, data, settings);
    }

    /** Starts the program in a process of its own with this command line. */
    Process start(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "dev.grip.Application"));
        command.addAll(arguments);
        command.addAll(List.of(
                "--quiet", "--data", data.resolve("worker" + workers.size()).toString()));
        Map<String, String> all = settings();
        all.put("neo4j.uri", neo4j.embedded().boltUri().toString());
        all.put("neo4j.username", neo4j.embedded().username());
        all.put("neo4j.password", neo4j.embedded().password());
        all.forEach((key, value) -> command.addAll(List.of("-D", key + "=" + value)));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log(workers.size()))
                .start();
        workers.add(process);
        return process;
    }

    /** What the process that was started last has printed. */
    String printed() throws IOException {
        return Files.readString(log(workers.size() - 1).toPath());
    }

    private File log(int worker) {
        return data.resolve("worker" + worker + ".log").toFile();
    }

    Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        models.seats().forEach((role, seat) -> {
            if (!role.startsWith("judge-") && !role.equals("filter")) {
                settings.put("models." + role + ".url", seat.url().toString());
                settings.put("models." + role + ".model", seat.model());
            }
        });
        String judges = models.seats().entrySet().stream()
                .filter(seat -> seat.getKey().startsWith("judge-"))
                .map(seat -> "{url: \"" + seat.getValue().url() + "\", model: \""
                        + seat.getValue().model() + "\"}")
                .collect(Collectors.joining(", ", "[", "]"));
        settings.put("models.judges", judges);
        settings.put("pipeline.calls", "8");
        settings.put("pipeline.slice", "4");
        settings.put("pipeline.slots", "3");
        settings.put("pipeline.store-millis", "20");
        return settings;
    }

    RehearsalFleet models() {
        return models;
    }

    /** How often each call was made, by the key of what it asks and the number of the attempt. */
    Map<String, Long> calls() {
        return models.servers().stream()
                .flatMap(server -> server.journal().requests().stream())
                .filter(request -> request.method().equals("POST"))
                .map(ReceivedRequest::id)
                .filter(id -> !id.startsWith("probe-"))
                .collect(Collectors.groupingBy(id -> id, TreeMap::new, Collectors.counting()));
    }

    /** All calls so far. */
    long asked() {
        return calls().values().stream().mapToLong(Long::longValue).sum();
    }

    /** Takes the calls so far for those that have to be made. Problems that happen to have one text are solved by equal calls. */
    void remember() {
        needed.putAll(calls());
    }

    /** How many of the needed calls were made more often than needed. */
    long paidAgain() {
        Map<String, Long> calls = calls();
        return needed.entrySet().stream()
                .mapToLong(call -> Math.max(0, calls.getOrDefault(call.getKey(), 0L) - call.getValue()))
                .sum();
    }

    long count(String cypher) {
        return neo4j.driver()
                .executableQuery(cypher)
                .execute()
                .records()
                .get(0)
                .get(0)
                .asLong();
    }

    RunState state(String run) {
        return RunState.of(neo4j.driver()
                .executableQuery("MATCH (run:Run {id: $id}) RETURN run.state")
                .withParameters(Map.of("id", run))
                .execute()
                .records()
                .get(0)
                .get(0)
                .asString());
    }

    /** The run of the only launch so far. */
    String onlyRun() {
        return neo4j.driver()
                .executableQuery("MATCH (run:Run) RETURN run.id")
                .execute()
                .records()
                .get(0)
                .get(0)
                .asString();
    }

    /** All files of a run's export, each with its name. */
    Map<String, String> export(Grip grip, String run) throws IOException {
        Path folder = data.resolve("export-" + System.nanoTime());
        ExportReport report = grip.export(new ExportRequest(folder, run, List.of()));
        Map<String, String> files = new TreeMap<>();
        for (Path file : report.files()) {
            files.put(file.getFileName().toString(), Files.readString(file));
        }
        return files;
    }

    static void until(BooleanSupplier holds) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("It did not come true within 3 minutes");
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    @Override
    public void close() {
        workers.forEach(Process::destroyForcibly);
        models.close();
    }
}

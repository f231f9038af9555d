package dev.grip.pipeline;

import dev.grip.dataset.ExportReport;
import dev.grip.dataset.ExportRequest;
import dev.grip.embedded.EmbeddedNeo4j;
import dev.grip.graph.Neo4jExtension;
import dev.grip.llm.prompts.PromptLibrary;
import dev.grip.pipeline.runs.RunState;
import dev.grip.rehearsal.Journal.ReceivedRequest;
import dev.grip.rehearsal.RehearsalFleet;
import dev.grip.rehearsal.RehearsalFleet.Seat;
import dev.grip.rehearsal.engine.Latency;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.neo4j.driver.Driver;

/**
 * A KPRG in the tests' Neo4j and rehearsal servers outside the processes under test, so that these can be killed while what was asked
 * stays known.
 */
public final class RunsAtWork implements AutoCloseable {

    private static final String NODES =
            """
            MATCH (n) WHERE n:Combination OR n:Problem OR n:Solution OR n:Judgement OR n:Rating OR n:Slice
            RETURN labels(n)[0] + ' ' + coalesce(n.key, n.id) + ' ' + coalesce(n.verdict, n.state, '') + ' '
                + coalesce(toString(n.done), '') + ' ' + coalesce(toString(n.accepted), '') AS line
            ORDER BY line
            """;
    private static final String LINKS =
            """
            MATCH (a)-[r]->(b) WHERE a:Combination OR a:Problem OR a:Solution OR a:Judgement OR a:Rating
            RETURN type(r) + ' ' + coalesce(a.key, a.id) + ' ' + coalesce(b.key, b.id) AS line
            ORDER BY line
            """;

    private final EmbeddedNeo4j neo4j;
    private final Driver driver;
    private final Path data;
    private final RehearsalFleet models = RehearsalFleet.start(Rehearsals.usual(PromptLibrary.load()));
    private final List<Process> workers = new ArrayList<>();
    private final Map<String, Long> needed = new TreeMap<>();
    private final Map<String, URI> elsewhere = new HashMap<>();

    /** Makes the KPRG of the labelled seeds; {@code data} is for files. */
    public RunsAtWork(Neo4jExtension neo4j, Path data) throws IOException {
        this(neo4j.embedded(), neo4j.driver(), data);
    }

    /** The same in another Neo4j; everything in it is deleted. */
    RunsAtWork(EmbeddedNeo4j neo4j, Driver driver, Path data) throws IOException {
        this.neo4j = neo4j;
        this.driver = driver;
        this.data = data;
        driver.executableQuery("MATCH (n) DETACH DELETE n").execute();
        try (Grip grip = open(Map.of("knowledge.questions-per-mention", "0"));
                InputStream seeds = RunsAtWork.class.getResourceAsStream("/demo/labelled_gsm8k_100.jsonl")) {
            grip.importSeeds(Objects.requireNonNull(seeds), "labelled", true);
            grip.extract(Progress.NONE);
            grip.buildGraph();
        }
        begin(Duration.ZERO);
    }

    /** Forgets all runs, what they made, and what was asked; see {@link #answersTake}. */
    public void begin(Duration answer) {
        count("MATCH (n) WHERE n:Run OR n:Slice OR n:Spend OR n:Combination OR n:Problem OR n:Solution OR"
                + " n:Judgement OR n:Rating DETACH DELETE n RETURN count(n)");
        models.servers().forEach(server -> server.journal().clear());
        answersTake(answer);
    }

    /** Every answer takes so long from now on. */
    public void answersTake(Duration answer) {
        Latency latency = answer.isZero() ? Latency.INSTANT : Latency.fixed(answer);
        models.servers().forEach(server -> server.change(config -> config.withLatency(latency)));
    }

    public Grip open(Map<String, String> overrides) {
        Map<String, String> settings = settings();
        settings.putAll(overrides);
        return Grip.open(TestGrip.settings(neo4j, data, settings));
    }

    /** Starts the program in a process of its own with this command line. */
    Process start(List<String> arguments) throws IOException {
        return start(List.of(), arguments);
    }

    /** The same with further options of its Java. */
    Process start(List<String> jvmOptions, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC"));
        command.addAll(jvmOptions);
        command.addAll(List.of(
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "dev.grip.Application"));
        command.addAll(arguments);
        command.addAll(List.of("--data", data.resolve("worker" + workers.size()).toString()));
        Map<String, String> all = settings();
        all.put("neo4j.uri", neo4j.boltUri().toString());
        all.put("neo4j.username", neo4j.username());
        all.put("neo4j.password", neo4j.password());
        all.forEach((key, value) -> command.addAll(List.of("-D", key + "=" + value)));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log(workers.size()))
                .start();
        workers.add(process);
        return process;
    }

    /** What the process that was started last has printed. */
    String printed() {
        try {
            return Files.readString(log(workers.size() - 1).toPath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Leaves a run as a process does that dies while it is in this state. */
    void leave(String run, RunState state) {
        count("MATCH (run:Run {id: '" + run + "'}) SET run.state = '" + state.word() + "', run.owner = 'dead',"
                + " run.ownerPid = 1, run.ownerHost = 'elsewhere', run.leaseUntil = timestamp() - 1 RETURN 0");
    }

    private File log(int worker) {
        return data.resolve("worker" + worker + ".log").toFile();
    }

    /** From now on the server of this model is another one, with the same answers. */
    void servedBy(String model, URI url) {
        elsewhere.put(model, url);
    }

    void servedByItself() {
        elsewhere.clear();
    }

    /** Who plays this role, such as {@code judge-3}. */
    Seat seat(String role) {
        return Objects.requireNonNull(models.seats().get(role));
    }

    private URI url(Seat seat) {
        return elsewhere.getOrDefault(seat.model(), seat.url());
    }

    Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        models.seats().forEach((role, seat) -> {
            if (!role.startsWith("judge-") && !role.equals("filter")) {
                settings.put("models." + role + ".url", url(seat).toString());
                settings.put("models." + role + ".model", seat.model());
            }
        });
        String judges = models.seats().entrySet().stream()
                .filter(seat -> seat.getKey().startsWith("judge-"))
                .map(seat -> "{url: \"" + url(seat.getValue()) + "\", model: \""
                        + seat.getValue().model() + "\"}")
                .collect(Collectors.joining(", ", "[", "]"));
        settings.put("models.judges", judges);
        settings.put("pipeline.calls", "8");
        settings.put("pipeline.slice", "4");
        settings.put("pipeline.slots", "3");
        settings.put("pipeline.store-millis", "20");
        return settings;
    }

    public RehearsalFleet models() {
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
    public long asked() {
        return calls().values().stream().mapToLong(Long::longValue).sum();
    }

    /** Whether no call comes for as long as many would have taken. */
    boolean standsStill() {
        long before = asked();
        try {
            TimeUnit.MILLISECONDS.sleep(700);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return asked() == before;
    }

    /** Takes the calls so far for those that have to be made. Problems that happen to have one text are solved by equal calls. */
    public void remember() {
        needed.putAll(calls());
    }

    /** How many answers are stored. */
    long stored() {
        return count("MATCH (n) WHERE n:Problem OR n:Solution OR n:Judgement OR n:Rating RETURN count(n)");
    }

    /** How many calls have to be made. */
    long needed() {
        return needed.values().stream().mapToLong(Long::longValue).sum();
    }

    /** How many of the needed calls were made more often than needed. */
    public long paidAgain() {
        Map<String, Long> calls = calls();
        return needed.entrySet().stream()
                .mapToLong(call -> Math.max(0, calls.getOrDefault(call.getKey(), 0L) - call.getValue()))
                .sum();
    }

    public long count(String cypher) {
        return driver.executableQuery(cypher).execute().records().get(0).get(0).asLong();
    }

    String text(String cypher) {
        return driver.executableQuery(cypher).execute().records().get(0).get(0).asString();
    }

    RunState state(String run) {
        return RunState.of(driver.executableQuery("MATCH (run:Run {id: $id}) RETURN run.state")
                .withParameters(Map.of("id", run))
                .execute()
                .records()
                .get(0)
                .get(0)
                .asString());
    }

    /** The run of the only launch so far. */
    String onlyRun() {
        return text("MATCH (run:Run) RETURN run.id");
    }

    /** Everything that runs made, a line a node or relationship: two of them with one key are two lines. */
    List<String> made() {
        return Stream.of(NODES, LINKS)
                .flatMap(cypher -> driver.executableQuery(cypher).execute().records().stream())
                .map(row -> row.get(0).asString())
                .toList();
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

    public static void until(BooleanSupplier holds) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("It did not come true within 5 minutes");
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

package dev.grip.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grip.combinations.CombinationSpec;
import dev.grip.combinations.Kind;
import dev.grip.graph.Neo4jExtension;
import dev.grip.llm.prompts.PromptLibrary;
import dev.grip.rehearsal.Journal.ReceivedRequest;
import dev.grip.rehearsal.RehearsalFleet;
import dev.grip.rehearsal.engine.Latency;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Failures F23 and F24: the database goes away in the middle of a run, or the worker dies. */
class OutageTests {

    @RegisterExtension
    static final Neo4jExtension NEO4J = new Neo4jExtension();

    private static final int COMBINATIONS = 96;
    private static final int AT_ONCE = 8;
    private static final RunRequest REQUEST =
            RunRequest.of(CombinationSpec.of(List.of(Kind.ONE_HOP), COMBINATIONS, 7L));
    /** Longer than the driver tries by itself. */
    private static final Duration OUTAGE = Duration.ofSeconds(33);

    @TempDir
    private Path data;

    private RehearsalFleet models;

    @BeforeEach
    void prepare() throws IOException {
        NEO4J.wipe();
        models = RehearsalFleet.start(Rehearsals.usual(PromptLibrary.load()));
        try (Grip grip = TestGrip.open(NEO4J, data, settings());
                InputStream seeds = OutageTests.class.getResourceAsStream("/demo/labelled_gsm8k_100.jsonl")) {
            grip.importSeeds(Objects.requireNonNull(seeds), "labelled", true);
            grip.extract(Progress.NONE);
            grip.buildGraph();
        }
        Latency slow = Latency.fixed(Duration.ofMillis(30));
        models.servers().forEach(server -> {
            server.change(config -> config.withLatency(slow));
            server.journal().clear();
        });
    }

    @AfterEach
    void stop() {
        models.close();
    }

    @Test
    void f23WhileTheDatabaseIsAwayNothingNewIsAskedAndNothingThatWasAnsweredIsLost() throws Exception {
        try (CuttableProxy proxy = new CuttableProxy(NEO4J.embedded().boltUri().getPort())) {
            Map<String, String> settings = settings();
            settings.put("neo4j.uri", "bolt://127.0.0.1:" + proxy.port());
            try (Grip grip = TestGrip.open(NEO4J, data, settings)) {
                String run = grip.launch(REQUEST).id();
                until(() -> stored() > 0);
                proxy.cut();
                long cut = System.nanoTime();
                until(() -> standsStill());
                long asked = written().size();
                assertThat(asked).as("written when the database was away").isLessThan(COMBINATIONS);
                until(() -> System.nanoTime() - cut > OUTAGE.toNanos());
                assertThat(written()).hasSize((int) asked);
                proxy.mend();

                RunStatus ended = grip.await(run, Progress.NONE);

                assertThat(ended.state()).isEqualTo(RunState.DONE);
                assertThat(ended.problems()).isEqualTo(COMBINATIONS);
                assertThat(stored()).isEqualTo(COMBINATIONS);
                assertThat(written()).hasSize(COMBINATIONS).doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void f24AWorkerThatDiesLosesOnlyWhatWasNotStoredAndNothingIsThereTwice() throws Exception {
        Process worker = worker();
        try {
            until(() -> stored() >= AT_ONCE);
        } finally {
            worker.destroyForcibly().waitFor();
        }
        long kept = stored();
        List<String> before = written();
        assertThat(kept).isLessThan(COMBINATIONS);

        try (Grip grip = TestGrip.open(NEO4J, data, settings())) {
            RunStatus again = grip.await(grip.launch(REQUEST).id(), Progress.NONE);
            assertThat(again.state()).isEqualTo(RunState.DONE);
        }

        assertThat(stored()).isEqualTo(COMBINATIONS);
        List<String> all = written();
        assertThat(all.stream().distinct()).hasSize(COMBINATIONS);
        // Asked again was only what had not been stored when the worker died.
        assertThat(all.size() - COMBINATIONS).isLessThanOrEqualTo((int) (before.size() - kept));
        assertThat(count("MATCH (p:Problem) WITH p.key AS key, count(*) AS n WHERE n > 1 RETURN count(*)"))
                .isZero();
        assertThat(count(
                        "MATCH (p:Problem) WHERE NOT EXISTS { (p)-[:GENERATED_FROM]->(:Combination) } RETURN count(p)"))
                .isZero();
    }

    private Process worker() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "dev.grip.Application",
                "run",
                "--quiet",
                "--kinds",
                "ONE_HOP",
                "--limit",
                Integer.toString(COMBINATIONS),
                "--seed",
                "7",
                "--data",
                data.resolve("worker").toString()));
        Map<String, String> all = settings();
        all.put("neo4j.uri", NEO4J.embedded().boltUri().toString());
        all.put("neo4j.username", NEO4J.embedded().username());
        all.put("neo4j.password", NEO4J.embedded().password());
        all.forEach((key, value) -> command.addAll(List.of("-D", key + "=" + value)));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(new File(data.toFile(), "worker.log"))
                .start();
    }

    private Map<String, String> settings() {
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
        settings.put("pipeline.calls", Integer.toString(AT_ONCE));
        settings.put("pipeline.slice", "4");
        settings.put("pipeline.slots", "2");
        return settings;
    }

    private long stored() {
        return count("MATCH (p:Problem) RETURN count(p)");
    }

    private long count(String cypher) {
        return NEO4J.driver()
                .executableQuery(cypher)
                .execute()
                .records()
                .get(0)
                .get(0)
                .asLong();
    }

    /** The request ids of problems that models were asked to write. */
    private List<String> written() {
        return models.servers().stream()
                .flatMap(server -> server.journal().requests().stream())
                .filter(request -> request.body().contains("New Problem:"))
                .map(ReceivedRequest::id)
                .toList();
    }

    /** Whether no call comes for as long as many would have taken. */
    private boolean standsStill() {
        long before = received();
        try {
            TimeUnit.MILLISECONDS.sleep(700);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return received() == before;
    }

    private long received() {
        return models.servers().stream()
                .flatMap(server -> server.journal().requests().stream())
                .filter(request -> request.method().equals("POST"))
                .count();
    }

    private static void until(BooleanSupplier holds) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("It did not come true within 3 minutes");
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }
}

package dev.grip.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grip.combinations.CombinationSpec;
import dev.grip.combinations.Kind;
import dev.grip.graph.Neo4jExtension;
import dev.grip.pipeline.runs.RunRequest;
import dev.grip.pipeline.runs.RunState;
import dev.grip.pipeline.runs.RunStatus;
import dev.grip.rehearsal.faults.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Combinations whose calls a real server fails whenever they come: set aside, said, and finished once the server is well. */
@SuppressWarnings("NullAway.Init")
class SetAsideTests {

    @RegisterExtension
    static final Neo4jExtension NEO4J = new Neo4jExtension();

    private static final int COMBINATIONS = 40;
    private static final RunRequest REQUEST =
            RunRequest.of(CombinationSpec.of(List.of(Kind.ONE_HOP), COMBINATIONS, null));
    /** How often a slice is tried. */
    private static final int ATTEMPTS = 3;

    @TempDir
    static Path data;

    static RunsAtWork work;
    static Map<String, String> undisturbed;
    /** A part of the prompt of one combination. */
    static String poison;

    @BeforeAll
    static void prepare() throws Exception {
        work = new RunsAtWork(NEO4J, data);
        try (Grip grip = work.open(Map.of())) {
            RunStatus run = grip.await(grip.launch(REQUEST).id(), Progress.NONE);
            undisturbed = work.export(grip, run.id());
        }
        poison = work.text(
                "MATCH (c:Combination)-[:COMBINES]->(k:KnowledgePoint) WITH k.name AS name, count(*) AS n WHERE n = 1"
                        + " AND NOT EXISTS { MATCH (:Combination)-[:COMBINES]->(o:KnowledgePoint) WHERE o.name <> name AND"
                        + " o.name CONTAINS name } RETURN name ORDER BY size(name) DESC LIMIT 1");
    }

    @AfterAll
    static void stop() {
        work.close();
    }

    @AfterEach
    void heal() {
        work.models().servers().forEach(server -> server.change(config -> config.withFaults()));
    }

    @Test
    void whatAServerAlwaysFailsIsSetAsideAfterThreeAttemptsAndHoldsUpNothingElse() throws Exception {
        work.begin(Duration.ZERO);
        fail(Fault.status(500).onBody(poison));
        try (Grip grip = work.open(Map.of("pipeline.slice", "4"))) {
            RunStatus run = grip.await(grip.launch(REQUEST).id(), Progress.NONE);

            assertThat(run.state()).isEqualTo(RunState.DONE);
            assertThat(run.done()).isEqualTo(COMBINATIONS - 1);
            assertThat(run.notice()).contains("1 combination was set aside", "grip run --resume " + run.id());
            assertThat(work.count("MATCH (s:Slice {state: 'failed', setAside: 1}) RETURN s.attempt"))
                    .isEqualTo(ATTEMPTS);
            assertThat(work.count("MATCH (s:Slice {state: 'done'}) RETURN count(s)"))
                    .isEqualTo(COMBINATIONS / 4 - 1);

            heal();
            RunStatus whole = grip.await(grip.resume(run.id()).id(), Progress.NONE);
            assertThat(whole.state()).isEqualTo(RunState.DONE);
            assertThat(whole.done()).isEqualTo(COMBINATIONS);
            assertThat(whole.notice()).isNull();
            assertThat(work.export(grip, run.id())).isEqualTo(undisturbed);
        }
    }

    /** Only the model that writes problems, which sees the knowledge points. */
    private static void fail(Fault fault) {
        work.models().servers().stream()
                .filter(server -> server.model().equals(work.seat("generator").model()))
                .forEach(server -> server.change(config -> config.withFaults(fault)));
    }
}

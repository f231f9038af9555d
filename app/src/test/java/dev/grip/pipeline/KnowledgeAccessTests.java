package dev.grip.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.grip.analysis.Trace;
import dev.grip.combinations.CombinationSpec;
import dev.grip.graph.Neo4jExtension;
import dev.grip.knowledge.curation.Curated;
import dev.grip.knowledge.curation.CurationException;
import dev.grip.knowledge.curation.CurationException.Kind;
import dev.grip.knowledge.curation.KnowledgePoint;
import dev.grip.knowledge.curation.Note;
import dev.grip.pipeline.runs.RunRequest;
import dev.grip.pipeline.runs.RunState;
import dev.grip.pipeline.runs.RunStatus;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Changes by hand between real extractions and runs with rehearsal models. */
@SuppressWarnings("NullAway.Init")
final class KnowledgeAccessTests {

    @RegisterExtension
    static final Neo4jExtension NEO4J = new Neo4jExtension();

    private static final Note NOTE = new Note("tester", "because");

    @TempDir
    private Path data;

    private Grip grip;
    private KnowledgeAccess knowledge;

    @BeforeEach
    void open() {
        NEO4J.wipe();
        grip = TestGrip.open(NEO4J, data, Map.of());
        knowledge = grip.knowledge();
        seeds(
                seed("s1", "Addition", "Area of a rectangle"),
                seed("s2", "Addition", "Ratio of two numbers"),
                seed("s3", "Area of a rectangle", "Mean of a list"));
    }

    @AfterEach
    void close() {
        grip.close();
    }

    private static String seed(String id, String... names) {
        return "{\"id\":\"" + id + "\",\"problem\":\"What is " + id + "?\",\"solution\":\"1\",\"answer\":\"1\","
                + "\"knowledge_points\":[\"" + String.join("\",\"", names) + "\"]}";
    }

    /** Imports, extracts and builds. */
    private void seeds(String... lines) {
        grip.importSeeds(
                new ByteArrayInputStream(String.join("\n", lines).getBytes(StandardCharsets.UTF_8)), "test", true);
        grip.extract(Progress.NONE);
        grip.buildGraph();
    }

    private List<Object> column(String cypher) {
        try (var session = NEO4J.driver().session()) {
            return session.run(cypher).list(row -> row.get(0).asObject());
        }
    }

    @Test
    void laterExtractionsDoNotUndoWhatPeopleDid() {
        knowledge.curate(curator -> curator.merge("Ratio of two numbers", "Mean of a list", NOTE));
        knowledge.curate(curator -> curator.ban("Area of a rectangle", NOTE));
        knowledge.curate(curator -> curator.rename("Addition", "Sums", NOTE));

        seeds(
                seed("s4", "Ratio of two numbers", "Area of a rectangle", "Addition"),
                seed("s5", "Area of a rectangle", "Volume of a cube"));

        assertThat(column("MATCH (s:Seed {id: 's4'})-[:REQUIRES]->(kp) RETURN kp.name ORDER BY kp.name"))
                .containsExactly("Mean of a list", "Sums");
        assertThat(column("MATCH (s:Seed {id: 's5'})-[:REQUIRES]->(kp) RETURN kp.name"))
                .containsExactly("Volume of a cube");
        assertThat(knowledge.auditEdges().differences()).isEmpty();
        assertThat(column("MATCH (:KnowledgePoint {status: 'banned'})-[e:CO_OCCURS]-() RETURN e"))
                .isEmpty();
    }

    @Test
    void laterRunsDoNotUseABannedOneAndEarlierProblemsStayTraceable() throws Exception {
        RunRequest all = RunRequest.of(CombinationSpec.of(List.of(), 20, 1L));
        RunStatus before = grip.await(grip.launch(all).id(), Progress.NONE);
        assertThat(before.problems()).isPositive();

        Curated banned = knowledge.curate(curator -> curator.ban("addition", NOTE));

        assertThat(banned.problems())
                .extracting(problem -> problem.key())
                .containsExactlyElementsOf(column(
                                """
                                        MATCH (p:Problem)-[:GENERATED_FROM]->()-[:COMBINES]->({name: 'Addition'})
                                        RETURN DISTINCT p.key ORDER BY p.key
                                        """)
                        .stream()
                        .map(Object::toString)
                        .toList())
                .isNotEmpty();
        assertThat(grip.done(all)).as("the graph is another one now").isEmpty();
        assertThat(grip.preview(all, 20).rows())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.combination().names()).doesNotContain("Addition"));
        Trace problem = knowledge.trace(banned.problems().get(0).key(), 5);
        assertThat(problem.kind()).isEqualTo("problem");
        assertThat(problem.story().get("knowledgePoints").toString()).contains("Addition", "status=banned");
        Trace story = knowledge.trace("Addition", 5);
        assertThat(story.story()).containsEntry("status", "banned").containsEntry("reason", "because");
        assertThat(story.story().get("problems").toString())
                .contains("count=" + banned.problems().size());
        column("MATCH (p:Problem) WITH p LIMIT 1 CREATE (s:Solution {key: 'x1', text: 't'})-[:SOLVES]->(p) RETURN s");
        for (String label : List.of("Solution", "Combination", "Seed")) {
            Object id = column("MATCH (n:" + label + ") RETURN coalesce(n.key, n.id) ORDER BY n.key LIMIT 1")
                    .get(0);
            assertThat(knowledge.trace(id.toString(), 5).kind()).isEqualTo(label.toLowerCase(java.util.Locale.ROOT));
        }
    }

    @Test
    void aBanWhileARunRunsLeavesTheRunAlone() throws Exception {
        RunStatus run = grip.launch(RunRequest.of(CombinationSpec.of(List.of(), 40, 1L)));

        knowledge.curate(curator -> curator.ban("Addition", NOTE));

        RunStatus end = grip.await(run.id(), Progress.NONE);
        assertThat(end.state()).isEqualTo(RunState.DONE);
        assertThat(end.done()).isEqualTo(end.combinations());
        assertThat(column("MATCH (kp {name: 'Addition'}) RETURN kp.status")).containsExactly("banned");
    }

    @Test
    void aChangeAmidAnExtractionIsRefusedAndOneAfterItIsDone() throws Exception {
        var begun = new CompletableFuture<Void>();
        var goOn = new CompletableFuture<Void>();
        var extraction = CompletableFuture.runAsync(() -> grip.extract(new Progress() {
            @Override
            public void start(String stage, long total) {
                begun.complete(null);
                goOn.join();
            }

            @Override
            public void advance(long steps) {}

            @Override
            public void finish(String summary) {}
        }));
        begun.get(60, TimeUnit.SECONDS);

        assertThatExceptionOfType(CurationException.class)
                .isThrownBy(() -> knowledge.curate(curator -> curator.ban("Addition", NOTE)))
                .withMessage("Knowledge points are being extracted: change them when that has ended")
                .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(Kind.CONFLICT));
        goOn.complete(null);
        extraction.get(120, TimeUnit.SECONDS);
        assertThat(knowledge
                        .curate(curator -> curator.ban("Addition", NOTE))
                        .curation()
                        .undone())
                .isFalse();
    }

    @Test
    void listsFindByNameAliasMentionAndStatus() {
        knowledge.curate(curator -> curator.rename("Addition", "Sums", NOTE));
        knowledge.curate(curator -> curator.ban("Mean of a list", NOTE));
        assertThat(knowledge.list(null, null, 10))
                .extracting(KnowledgePoint::name)
                .hasSize(4);
        assertThat(knowledge.list("ADDI", null, 10))
                .containsExactly(knowledge.list("Sums", null, 1).get(0))
                .extracting(KnowledgePoint::seeds)
                .containsExactly(2L);
        assertThat(knowledge.list(null, "banned", 10))
                .extracting(KnowledgePoint::name)
                .containsExactly("Mean of a list");
        assertThat(knowledge.list("xyz", null, 10)).isEmpty();
        assertThat(knowledge.list(null, null, 2)).hasSize(2);
    }

    @Test
    void theDumpOfAnExtractionDoneInTwoPartsIsThatOfOneDoneAtOnce() throws Exception {
        knowledge.dump(data.resolve("parts.jsonl"), true);
        NEO4J.wipe();
        seeds(seed("s3", "Area of a rectangle", "Mean of a list"));
        seeds(seed("s1", "Addition", "Area of a rectangle"), seed("s2", "Addition", "Ratio of two numbers"));
        knowledge.dump(data.resolve("whole.jsonl"), true);
        assertThat(data.resolve("whole.jsonl")).hasSameBinaryContentAs(data.resolve("parts.jsonl"));
        assertThat(Files.readAllLines(data.resolve("whole.jsonl"))).hasSize(3 + 4 + 3);
    }

    @Test
    void whatIsNowhereIsSaidWithTheNearestNames() {
        assertThatExceptionOfType(CurationException.class)
                .isThrownBy(() -> knowledge.trace("Additon", 5))
                .withMessage("There is no knowledge point, problem, solution, combination or seed 'Additon';"
                        + " the nearest names are 'Addition'");
    }
}

package dev.grip.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grip.combinations.CombinationSpec;
import dev.grip.dataset.ExportReport;
import dev.grip.dataset.ExportRequest;
import dev.grip.graph.Neo4jExtension;
import dev.grip.knowledge.ExtractionReport;
import dev.grip.llm.prompts.PromptException;
import dev.grip.llm.prompts.PromptLibrary;
import dev.grip.pipeline.runs.RunRequest;
import dev.grip.pipeline.runs.RunStatus;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Domains other than mathematics go from seeds to a dataset by their prompts alone. */
class DomainTests {

    @RegisterExtension
    static final Neo4jExtension NEO4J = new Neo4jExtension();

    @TempDir
    Path data;

    @Test
    void codingSeedsBecomeADataset() throws Exception {
        wholePath("coding", "Binary search", "Dynamic programming over subsets", "Depth-first search");
    }

    @Test
    void physicsSeedsBecomeADataset() throws Exception {
        wholePath("physics", "Conservation of momentum", "Resistors in series", "Ohm's law");
    }

    @Test
    void anUnknownDomainStopsTheStart() {
        assertThatThrownBy(() -> TestGrip.open(NEO4J, data, Map.of("prompts.domain", "alchemy")))
                .isInstanceOf(PromptException.class)
                .hasMessageContaining("'alchemy'")
                .hasMessageContaining("math, coding, physics");
    }

    private void wholePath(String domain, String... points) throws Exception {
        NEO4J.wipe();
        try (Grip grip = TestGrip.open(NEO4J, data, Map.of("prompts.domain", domain))) {
            importSeeds(grip, domain);
            ExtractionReport report = grip.extract(Progress.NONE);
            assertThat(report.seeds()).isEqualTo(8);
            assertThat(report.failed()).isZero();
            assertThat(names("MATCH (kp:KnowledgePoint) RETURN kp.name")).contains(points);
            assertThat(grip.buildGraph().edges()).isPositive();

            RunRequest request = RunRequest.of(CombinationSpec.of(List.of(), 24, 1L));
            RunStatus run = grip.await(grip.launch(request).id(), Progress.NONE);
            assertThat(run.accepted()).isPositive();
            assertThat(names("MATCH (p:Prompt) RETURN DISTINCT p.hash"))
                    .contains(PromptLibrary.load(domain, null)
                            .get("judging/judge-problem")
                            .hash());

            ExportReport export = grip.export(new ExportRequest(data.resolve("export"), null, List.of()));
            assertThat(export.rows()).isEqualTo(run.accepted());
            assertThat(Files.readString(data.resolve("export/grip-rehearsal-messages.jsonl")))
                    .contains("\\boxed{");
        }
    }

    private static void importSeeds(Grip grip, String domain) throws IOException {
        String file = "/seeds/" + domain + ".jsonl";
        try (InputStream lines = Objects.requireNonNull(DomainTests.class.getResourceAsStream(file))) {
            assertThat(grip.importSeeds(lines, file, false).added()).isEqualTo(8);
        }
    }

    private static List<String> names(String cypher) {
        try (var session = NEO4J.driver().session()) {
            return session.run(cypher).list(row -> row.get(0).asString());
        }
    }
}

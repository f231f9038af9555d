package dev.grip.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grip.combinations.CombinationSpec;
import dev.grip.combinations.Kind;
import dev.grip.dataset.ExportReport;
import dev.grip.dataset.ExportRequest;
import dev.grip.graph.Neo4jExtension;
import dev.grip.llm.fleet.EndpointReport;
import dev.grip.llm.fleet.Role;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Runs with configured model servers: independent ones, missing ones, wrong names. */
class ConfiguredModelsTests {

    @RegisterExtension
    static final Neo4jExtension NEO4J = new Neo4jExtension();

    private static final String SEEDS =
            """
            {"id": "s1", "problem": "What is 1 + 2?", "solution": "1 + 2 = 3", "answer": "3"}
            {"id": "s2", "problem": "What is 2 * 3?", "solution": "2 * 3 = 6", "answer": "6"}
            """;

    @TempDir
    Path data;

    @BeforeEach
    void wipe() {
        NEO4J.wipe();
    }

    @Test
    void independentServersDoTheWholeJob() throws Exception {
        try (PlainModelServer writer = new PlainModelServer("writer", ConfiguredModelsTests::write);
                PlainModelServer solver = new PlainModelServer("solver", prompt -> "1 + 1 = 2, so \\boxed{2}");
                PlainModelServer judge = new PlainModelServer("judge", ConfiguredModelsTests::judge);
                Grip grip = TestGrip.open(NEO4J, data, servers(writer.url(), solver.url(), judge.url()))) {
            assertThat(grip.rehearsal()).isFalse();
            grip.importSeeds(seeds(), "two.jsonl", true);
            assertThat(grip.extract(Progress.NONE).failed()).isZero();
            grip.buildGraph();
            RunStatus run = grip.await(
                    grip.launch(RunRequest.of(CombinationSpec.of(List.of(), null, null)))
                            .id(),
                    Progress.NONE);
            ExportReport export = grip.export(new ExportRequest(data.resolve("out"), run.id(), List.of()));

            assertThat(run.state()).isEqualTo(RunState.DONE);
            assertThat(run.rehearsal()).isFalse();
            assertThat(run.accepted()).isEqualTo(run.combinations()).isEqualTo(2);
            assertThat(export.rehearsal()).isFalse();
            // Both problems have the same text, so one row is kept.
            assertThat(export.rows()).isEqualTo(1);
            assertThat(export.duplicates()).isEqualTo(1);
            String row = Files.readString(data.resolve("out/grip-messages.jsonl"));
            assertThat(row)
                    .contains("\"rehearsal\":false", "\"model\":\"writer\"", "\"model\":\"solver\"", "\\\\boxed{2}");
            assertThat(List.of(writer.calls(), solver.calls(), judge.calls())).allMatch(calls -> calls > 0);
        }
    }

    @Test
    void aServerThatIsAwayStopsTheStageAndNamesIt() throws Exception {
        try (PlainModelServer judge = new PlainModelServer("judge", ConfiguredModelsTests::judge)) {
            String away = "http://127.0.0.1:9/v1";
            try (Grip grip = TestGrip.open(NEO4J, data, servers(away, away, judge.url()))) {
                grip.importSeeds(seeds(), "two.jsonl", true);

                assertThatThrownBy(() -> grip.extract(Progress.NONE))
                        .hasMessageContaining(away)
                        .hasMessageContaining("extractor");
                assertThat(grip.funnel().mentions()).isZero();
            }
        }
    }

    @Test
    void aWrongModelNameIsNamedWithWhatTheServerHas() throws Exception {
        try (PlainModelServer writer = new PlainModelServer("writer", ConfiguredModelsTests::write)) {
            Map<String, String> servers = servers(writer.url(), writer.url(), writer.url());
            servers.put("models.extractor.model", "wrong");
            Findings findings = Doctor.examine(TestGrip.settings(NEO4J, data, servers));

            assertThat(findings.ok()).isFalse();
            assertThat(findings.servers())
                    .filteredOn(report -> !report.ready())
                    .extracting(EndpointReport::problem)
                    .anySatisfy(problem -> assertThat(problem).contains("wrong", "writer", writer.url()));
        }
    }

    @Test
    void doctorFindsEverythingInOrder() throws Exception {
        try (PlainModelServer all = new PlainModelServer("writer", ConfiguredModelsTests::write)) {
            Map<String, String> servers = servers(all.url(), all.url(), all.url());
            servers.replaceAll((key, value) -> key.endsWith(".model") ? "writer" : value);
            servers.put("models.judges", "[{url: \"" + all.url() + "\", model: writer}]");
            Findings findings = Doctor.examine(TestGrip.settings(NEO4J, data, servers));

            assertThat(findings.checks()).filteredOn(check -> !check.ok()).isEmpty();
            assertThat(findings.ok()).isTrue();
            assertThat(findings.checks())
                    .extracting(Check::subject)
                    .contains(
                            "Neo4j",
                            "APOC",
                            "Graph Data Science",
                            "kprg plugin",
                            "Model calls wait on",
                            "Open files",
                            "Stages");
            assertThat(findings.servers())
                    .extracting(EndpointReport::role)
                    .containsExactly(
                            Role.EXTRACTOR,
                            Role.GENERATOR,
                            Role.RATER,
                            Role.SOLVER_SMALL,
                            Role.SOLVER_LARGE,
                            Role.JUDGE);
        }
    }

    @Test
    void aMissingRoleIsNamedBeforeAnythingStarts() {
        assertThatThrownBy(() -> TestGrip.open(
                        NEO4J,
                        data,
                        Map.of("models.extractor.url", "http://127.0.0.1:9", "models.extractor.model", "m")))
                .hasMessageContaining("models.generator")
                .hasMessageContaining("models.judges");
    }

    @Test
    void theOlderProfileRepeatsAnEdgeByItsWeight() throws Exception {
        String twice =
                """
                {"id": "s1", "problem": "p1", "solution": "s", "knowledge_points": ["Sets", "Logic"]}
                {"id": "s2", "problem": "p2", "solution": "s", "knowledge_points": ["Sets", "Logic"]}
                """;
        try (PlainModelServer writer = new PlainModelServer("writer", ConfiguredModelsTests::write);
                PlainModelServer judge = new PlainModelServer("judge", ConfiguredModelsTests::judge)) {
            Map<String, String> keys = servers(writer.url(), writer.url(), judge.url());
            keys.replaceAll((key, value) -> key.endsWith(".model") ? "writer" : value);
            keys.put("profile", "gsdp-2024");
            try (Grip grip = TestGrip.open(NEO4J, data, keys)) {
                grip.importSeeds(new ByteArrayInputStream(twice.getBytes(StandardCharsets.UTF_8)), "twice", true);
                grip.extract(Progress.NONE);
                grip.buildGraph();

                RunStatus run = grip.await(
                        grip.launch(RunRequest.of(CombinationSpec.of(List.of(Kind.ONE_HOP), null, null)))
                                .id(),
                        Progress.NONE);

                assertThat(run.combinations()).isEqualTo(2);
                assertThat(run.problems()).isEqualTo(2);
                assertThat(grip.funnel().chosen()).containsEntry("ONE_HOP", 1L);
                assertThat(NEO4J.driver()
                                .executableQuery("MATCH (p:Problem) RETURN p.sample AS sample ORDER BY sample")
                                .execute()
                                .records())
                        .extracting(row -> row.get("sample").asInt())
                        .containsExactly(0, 1);
            }
        }
    }

    @Test
    void twoJudgesOfOneModelAreRefused() {
        Map<String, String> keys = servers("http://127.0.0.1:9", "http://127.0.0.1:9", "http://127.0.0.1:9");
        keys.put("models.judges", "[{url: \"http://a\", model: same}, {url: \"http://b\", model: same}]");

        assertThatThrownBy(() -> TestGrip.open(NEO4J, data, keys)).hasMessageContaining("'same'");
    }

    private static Map<String, String> servers(String writer, String solver, String judge) {
        Map<String, String> keys = new LinkedHashMap<>();
        for (String role : List.of("extractor", "generator", "rater")) {
            keys.put("models." + role + ".url", writer);
            keys.put("models." + role + ".model", "writer");
        }
        for (String role : List.of("solver-small", "solver-large")) {
            keys.put("models." + role + ".url", solver);
            keys.put("models." + role + ".model", "solver");
        }
        keys.put("models.judges", "[{url: \"" + judge + "\", model: judge, weight: 2.0}]");
        return keys;
    }

    private static String write(String prompt) {
        if (prompt.contains("New Problem:")) {
            return "New Problem: Compute $1 + 1$.";
        }
        if (prompt.contains("Difficulty:")) {
            return "Easy.\nDifficulty: low";
        }
        if (prompt.contains("Verdict:")) {
            return "Reason: fine\nVerdict: keep";
        }
        if (prompt.contains("Answer: True")) {
            return "Reason: they differ\nAnswer: False";
        }
        return prompt.contains("What is 1 + 2?")
                ? "1. Addition of integers\n2. Number line"
                : "1. Prime factorization\n2. Number line";
    }

    private static String judge(String prompt) {
        return prompt.contains("Evaluation Score") ? "Good.\nEvaluation Score: 0.9" : "Right.\nAnswer: True";
    }

    private static ByteArrayInputStream seeds() {
        return new ByteArrayInputStream(SEEDS.getBytes(StandardCharsets.UTF_8));
    }
}

package dev.grip.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.grip.graph.Neo4jExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ExportTests {

    @RegisterExtension
    static final Neo4jExtension NEO4J = new Neo4jExtension();

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    @BeforeEach
    void fill() {
        NEO4J.wipe();
        cypher(
                """
                CREATE (a:KnowledgePoint {id: 'a', name: 'Addition'}), (b:KnowledgePoint {id: 'b', name: 'Ratio'}),
                  (:Seed {id: 's1'})-[:REQUIRES]->(a), (:Seed {id: 's2'})-[:REQUIRES]->(b),
                  (:Mention {key: 'm', text: 'Addition'})-[:NAMES]->(a),
                  (c:Combination {key: 'c1', kind: 'TWO_HOP', distance: 2, weight: 0.5}), (c)-[:COMBINES]->(b),
                  (c)-[:COMBINES]->(a), (:Run {id: 'r1', judges: ['judge'], judgeWeights: [2.0], judgePrompts: ['h']}),
                  (:Run {id: 'r2', judges: ['judge'], judgeWeights: [2.0], judgePrompts: ['h']}),
                  (:Slice {id: 'r1-0', run: 'r1', acceptedProblems: ['p1', 'p3'], acceptedSolutions: ['so-p1', 'so-p3'],
                    scores: [0.9, 0.9], difficulties: ['low', 'low']}),
                  (:Slice {id: 'r2-0', run: 'r2', acceptedProblems: ['p2', 'p2'], acceptedSolutions: ['so-p2', 'so-p2'],
                    scores: [0.95, 0.95], difficulties: ['high', 'high']})
                """);
        row("p1", "How many apples are there?");
        row("p2", "What is \"$2+3$\" in ü?");
    }

    @Test
    void rowsCarryTextAnswerAndProvenanceInBothFormats() throws IOException {
        ExportReport report = export(null);

        assertThat(report.rows()).isEqualTo(2);
        assertThat(report.rehearsal()).isFalse();
        assertThat(names())
                .containsExactly(
                        "README.md",
                        "dataset_info.json",
                        "grip-alpaca.jsonl",
                        "grip-messages.jsonl",
                        "grip-removed.jsonl");
        assertThat(report.files())
                .containsExactlyInAnyOrderElementsOf(
                        names().stream().map(folder::resolve).toList());
        JsonNode messages = lines("grip-messages.jsonl").get(1);
        assertThat(messages.at("/messages").toString())
                .isEqualTo("[{\"role\":\"user\",\"content\":\"What is \\\"$2+3$\\\" in ü?\"},"
                        + "{\"role\":\"assistant\",\"content\":\"So \\\\boxed{5}\"}]");
        JsonNode alpaca = lines("grip-alpaca.jsonl").get(1);
        assertThat(alpaca.path("instruction").asText()).isEqualTo("What is \"$2+3$\" in ü?");
        assertThat(alpaca.path("input").asText("missing")).isEmpty();
        assertThat(alpaca.path("output").asText()).isEqualTo("So \\boxed{5}");
        for (JsonNode row : List.of(messages, alpaca)) {
            assertThat(row.path("id").asText()).isEqualTo("p2");
            assertThat(row.path("answer").asText()).isEqualTo("5");
            assertThat(row.path("rehearsal").booleanValue()).isFalse();
            assertThat(row.at("/grip/kind").asText()).isEqualTo("TWO_HOP");
            assertThat(row.at("/grip/knowledge_points").toString())
                    .isEqualTo("[{\"id\":\"a\",\"name\":\"Addition\",\"seeds\":[\"s1\"]},"
                            + "{\"id\":\"b\",\"name\":\"Ratio\",\"seeds\":[\"s2\"]}]");
            assertThat(row.at("/grip/generator/model").asText()).isEqualTo("gen");
            assertThat(row.at("/grip/solver/promptHash").asText()).isEqualTo("sh");
            assertThat(row.at("/grip/problem_votes/0/score").asDouble()).isEqualTo(0.9);
            assertThat(row.at("/grip/solution_votes/0/approved").asBoolean()).isTrue();
        }
        assertThat(cypher("MATCH (s:Solution) RETURN s.export")).containsOnly("exported");
    }

    @Test
    void datasetInfoIsWhatLlamaFactoryReads() throws IOException {
        export(null);
        JsonNode info = JSON.readTree(folder.resolve("dataset_info.json").toFile());
        assertThat(info.path("grip_messages").toString())
                .isEqualTo(
                        "{\"file_name\":\"grip-messages.jsonl\",\"formatting\":\"sharegpt\",\"columns\":{\"messages\":\"messages\"},"
                                + "\"tags\":{\"role_tag\":\"role\",\"content_tag\":\"content\",\"user_tag\":\"user\",\"assistant_tag\":\"assistant\"}}");
        assertThat(info.path("grip_alpaca").toString())
                .isEqualTo("{\"file_name\":\"grip-alpaca.jsonl\",\"formatting\":\"alpaca\","
                        + "\"columns\":{\"prompt\":\"instruction\",\"query\":\"input\",\"response\":\"output\"}}");
        assertThat(info.size()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MATCH (n:Problem {key: 'p1'}) SET n.rehearsal = true",
                "MATCH (n:Solution {key: 'so-p1'}) SET n.rehearsal = true",
                "MATCH (n:Judgement {key: 'jp-p1'}) SET n.rehearsal = true",
                "MATCH (n:Judgement {key: 'js-p1'}) SET n.rehearsal = true"
            })
    void anythingSimulatedMarksItsRowAndTheWholeDataset(String cypher) throws IOException {
        cypher(cypher);
        assertThat(export(null).rehearsal()).isTrue();
        assertThat(names())
                .containsExactly(
                        "README.md",
                        "dataset_info.json",
                        "grip-rehearsal-alpaca.jsonl",
                        "grip-rehearsal-messages.jsonl",
                        "grip-rehearsal-removed.jsonl");
        for (String file : List.of("grip-rehearsal-alpaca.jsonl", "grip-rehearsal-messages.jsonl")) {
            assertThat(lines(file))
                    .extracting(row -> row.path("id").asText() + row.path("rehearsal"))
                    .containsExactly("p1true", "p2false");
        }
        assertThat(Files.readString(folder.resolve("README.md"))).contains("# grip-rehearsal", "**Rehearsal data.**");
        assertThat(JSON.readTree(folder.resolve("dataset_info.json").toFile()).fieldNames())
                .toIterable()
                .containsExactly("grip_rehearsal_messages", "grip_rehearsal_alpaca");
    }

    @Test
    void aKnowledgePointNamedByASimulatedModelMarksItsRows() {
        cypher("MATCH (m:Mention) SET m.rehearsal = true");
        assertThat(export(null).rehearsal()).isTrue();
    }

    @Test
    void benchmarkProblemsAndRepetitionsAreLeftOutAndListed() throws IOException {
        row("p3", "how many APPLES are there");
        row("p4", "What is the ratio?");
        Path benchmark = Files.writeString(
                folder.resolve("test.jsonl"), "{\"id\": \"t9\", \"question\": \"What is, the Ratio\"}\n");
        Path out = folder.resolve("out");

        ExportReport report = new Export(new DatasetRepository(NEO4J.graph()))
                .write(new ExportRequest(out, null, List.of(benchmark)));

        assertThat(List.of(report.rows(), report.duplicates(), report.contaminated()))
                .containsExactly(2L, 1L, 1L);
        assertThat(Files.readAllLines(out.resolve("grip-removed.jsonl")))
                .containsExactly(
                        "{\"id\":\"p3\",\"reason\":\"same problem text as an earlier row\","
                                + "\"problem\":\"how many APPLES are there\",\"rehearsal\":false}",
                        "{\"id\":\"p4\",\"reason\":\"benchmark problem test.jsonl:t9\","
                                + "\"problem\":\"What is the ratio?\",\"rehearsal\":false}");
        assertThat(cypher("MATCH (s:Solution) RETURN s.export ORDER BY s.key"))
                .containsExactly(
                        "exported",
                        "exported",
                        "removed: same problem text as an earlier row",
                        "removed: benchmark problem test.jsonl:t9");
        assertThat(Files.readString(out.resolve("README.md")))
                .contains("| rows | 2 |", "| kinds | TWO_HOP 2 |", "| 1 (1 problems in test.jsonl) |", "`judge`");
    }

    @Test
    void onlyPassedRowsAreExported() {
        cypher("MATCH (p:Problem {key: 'p1'}) SET p.verdict = 'rejected'");
        cypher("MATCH (s:Solution {key: 'so-p2'}) SET s.verdict = 'undecided'");
        assertThat(export(null).rows()).isZero();
    }

    @Test
    void oneRunCanBeExportedAlone() throws IOException {
        cypher("MATCH (n:Problem {key: 'p1'}) SET n.rehearsal = true");
        ExportReport report = export("r2");
        assertThat(report.rows()).isEqualTo(1);
        assertThat(report.rehearsal()).as("only r1 was rehearsed").isFalse();
        assertThat(lines("grip-messages.jsonl"))
                .extracting(row -> row.path("id").asText())
                .containsExactly("p2");
        JsonNode provenance = lines("grip-messages.jsonl").get(0).path("grip");
        assertThat(provenance.path("run").asText())
                .as("not the run that wrote it first")
                .isEqualTo("r2");
        assertThat(provenance.path("score").asDouble()).isEqualTo(0.95);
        assertThat(provenance.path("difficulty").asText()).isEqualTo("high");
        assertThat(provenance.at("/problem_votes/0/weight").asDouble()).isEqualTo(2.0);
        assertThat(export("r1").rehearsal()).isTrue();
        assertThat(export("nowhere").rows()).isZero();
    }

    @Test
    void aSecondExportIsTheSameByteForByte() throws IOException {
        export(null);
        List<String> first = contents();
        export(null);
        assertThat(contents()).isEqualTo(first);
    }

    @Test
    void aFolderThatIsAFileIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("taken"), "mine");
        assertThatThrownBy(() -> new Export(new DatasetRepository(NEO4J.graph()))
                        .write(new ExportRequest(file, null, List.of())))
                .isInstanceOf(ExportException.class)
                .hasMessageContaining("could not be written to " + file);
        assertThat(file).hasContent("mine");
    }

    @Test
    void aFullDiskLeavesEarlierFilesAsTheyWere() throws IOException {
        Path full = Path.of("/dev/full");
        org.junit.jupiter.api.Assumptions.assumeTrue(Files.exists(full), "this system has no full device");
        export(null);
        List<String> before = contents();
        row("p5", "A new problem " + "x".repeat(100_000));
        Files.createSymbolicLink(folder.resolve("grip-alpaca.jsonl.part"), full);

        assertThatThrownBy(() -> export(null))
                .isInstanceOf(ExportException.class)
                .hasMessageContaining("could not be written to " + folder)
                .hasMessageContaining("No space left on device")
                .hasMessageContaining("Earlier files there are as they were");

        assertThat(contents()).isEqualTo(before);
        assertThat(names()).noneMatch(name -> name.endsWith(".part") || name.endsWith(".earlier"));
        assertThat(cypher("MATCH (s:Solution {key: 'so-p5'}) RETURN s.export")).containsOnlyNulls();
    }

    @Test
    void aFileThatCannotBeReplacedLeavesTheOthersAsTheyWere() throws IOException {
        export(null);
        List<String> before = contents();
        row("p5", "A new problem");
        Files.delete(folder.resolve("README.md"));
        Files.createDirectories(folder.resolve("README.md/inside"));
        assertThatThrownBy(() -> export(null))
                .isInstanceOf(ExportException.class)
                .hasMessageContaining("README.md");
        assertThat(contents()).isEqualTo(before.subList(1, before.size()));
        assertThat(names()).hasSize(before.size());
    }

    private ExportReport export(@Nullable String run) {
        return new Export(new DatasetRepository(NEO4J.graph())).write(new ExportRequest(folder, run, List.of()));
    }

    /** An accepted problem of combination c1 with its solution and a vote on each. */
    private static void row(String key, String text) {
        try (var session = NEO4J.driver().session()) {
            session.run(
                            """
                            MATCH (c:Combination {key: 'c1'})
                            CREATE (p:Problem {key: $key, run: 'r1', text: $text, verdict: 'passed', score: 0.9,
                              difficulty: 'low', model: 'gen', prompt: 'write', promptVersion: 1, promptHash: 'ph',
                              temperature: 0.7, topP: 0.9, maxTokens: 8, samplingSeed: 1, rehearsal: false})
                            CREATE (s:Solution {key: 'so-' + $key, text: 'So \\\\boxed{5}', answer: '5', verdict: 'passed',
                              model: 'sol', prompt: 'solve', promptVersion: 1, promptHash: 'sh', temperature: 0.0,
                              topP: 1.0, maxTokens: 8, samplingSeed: 0, rehearsal: false})
                            CREATE (s)-[:SOLVES]->(p)-[:GENERATED_FROM]->(c),
                              (:Judgement {key: 'jp-' + $key, model: 'judge', promptHash: 'h', weight: 1.0, score: 0.9, rehearsal: false})-[:OF]->(p),
                              (:Judgement {key: 'js-' + $key, model: 'judge', promptHash: 'h', weight: 1.0, approved: true, rehearsal: false})-[:OF]->(s)
                            """,
                            Map.of("key", key, "text", text))
                    .consume();
        }
    }

    private static List<Object> cypher(String text) {
        try (var session = NEO4J.driver().session()) {
            return session.run(text).list(row -> row.get(0).asObject());
        }
    }

    private List<String> names() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** The regular files, each with its name, in the order of their names. */
    private List<String> contents() throws IOException {
        List<String> contents = new ArrayList<>();
        for (String name : names()) {
            if (Files.isRegularFile(folder.resolve(name))) {
                contents.add(name + "\n" + Files.readString(folder.resolve(name)));
            }
        }
        return contents;
    }

    private List<JsonNode> lines(String file) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve(file))) {
            lines.add(JSON.readTree(line));
        }
        return lines;
    }
}

package dev.grip.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.grip.combinations.CensusRow;
import dev.grip.combinations.CombinationSpec;
import dev.grip.combinations.Kind;
import dev.grip.dataset.ExportReport;
import dev.grip.dataset.ExportRequest;
import dev.grip.graph.Neo4jExtension;
import dev.grip.graph.SelectionException;
import dev.grip.pipeline.runs.RunRequest;
import dev.grip.pipeline.runs.RunState;
import dev.grip.pipeline.runs.RunStatus;
import dev.grip.seeds.Seed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** The demo's work once, on a real Neo4j with rehearsal models, looked at from all sides. */
class WholePathTests {

    @RegisterExtension
    static final Neo4jExtension NEO4J = new Neo4jExtension();

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final RunRequest REQUEST = RunRequest.of(CombinationSpec.of(List.of(), 60, 1L));

    @TempDir
    static Path data;

    static Grip grip;
    static RunStatus run;
    static ExportReport export;
    static List<JsonNode> rows;

    @BeforeAll
    static void doTheWork() throws Exception {
        NEO4J.wipe();
        grip = TestGrip.open(NEO4J, data, Map.of());
        TestGrip.importDemoSeeds(grip);
        grip.extract(Progress.NONE);
        grip.buildGraph();
        run = grip.await(grip.launch(REQUEST).id(), Progress.NONE);
        export = grip.export(new ExportRequest(data.resolve("export"), null, List.of()));
        rows = new ArrayList<>();
        for (String line : Files.readAllLines(file("grip-rehearsal-messages.jsonl"))) {
            rows.add(JSON.readTree(line));
        }
    }

    @AfterAll
    static void close() {
        grip.close();
    }

    @Test
    void aSeedCanBeFollowedToItsExportedRow() {
        JsonNode row = rows.get(0);
        String key = row.path("id").asText();
        String seed = row.at("/grip/knowledge_points/0/seeds/0").asText();
        Record path = one(
                """
                MATCH (seed:Seed {id: $seed})-[mentions:MENTIONS]->(mention:Mention)-[:NAMES]->(kp:KnowledgePoint)
                      <-[:COMBINES]-(combination:Combination)<-[:GENERATED_FROM]-(problem:Problem {key: $key})
                      <-[:SOLVES]-(solution:Solution)
                RETURN seed, mentions, mention, kp, combination, problem, solution,
                       EXISTS { (seed)-[:REQUIRES]->(kp) } AS requires LIMIT 1
                """,
                Map.of("seed", seed, "key", key));

        assertThat(demoProblem(seed)).isEqualTo(path.get("seed").get("problem").asString());
        assertThat(path.get("seed").get("extraction").asString()).isEqualTo("extracted");
        Value mentions = path.get("mentions");
        assertThat(mentions.get("position").asInt()).isBetween(1, 5);
        assertThat(mentions.get("model").asString()).startsWith("rehearsal/");
        assertThat(mentions.get("rehearsal").asBoolean()).isTrue();
        assertPromptIsKept(mentions, "knowledge/extract-knowledge-points");
        assertThat(path.get("mention").get("verdict").asString()).isEqualTo("keep");
        assertThat(path.get("mention").get("reason").asString()).isNotBlank();
        assertThat(path.get("requires").asBoolean()).isTrue();
        assertThat(path.get("kp").get("status").asString()).isEqualTo("active");
        assertThat(path.get("kp").get("embedding").asList()).hasSize(384);
        assertThat(path.get("combination").get("kind").asString())
                .isEqualTo(row.at("/grip/kind").asText());

        Value problem = path.get("problem");
        assertThat(problem.get("text").asString())
                .isEqualTo(row.at("/messages/0/content").asText());
        assertThat(problem.get("verdict").asString()).isEqualTo("passed");
        assertThat(problem.get("run").asString()).isEqualTo(run.id());
        assertThat(problem.get("difficulty").asString()).isIn("low", "medium", "high");
        assertPromptIsKept(problem, "synthesis/write-problem");
        Value solution = path.get("solution");
        assertThat(solution.get("text").asString())
                .isEqualTo(row.at("/messages/1/content").asText())
                .contains("\\boxed{" + solution.get("answer").asString() + "}");
        assertThat(row.path("answer").asText()).isEqualTo(solution.get("answer").asString());
        assertPromptIsKept(solution, "synthesis/solve-problem");
    }

    @Test
    void everyAcceptedProblemHasThreeScoresWhoseWeightedMeanPasses() {
        List<Record> problems = all(
                """
                MATCH (problem:Problem {verdict: 'passed'})<-[:OF]-(vote:Judgement)
                RETURN problem.key AS key, problem.score AS score, count(vote) AS votes,
                       sum(vote.weight * vote.score) / sum(vote.weight) AS mean
                """);

        assertThat(problems).hasSize((int) run.problemsPassed());
        assertThat(problems).allSatisfy(problem -> {
            assertThat(problem.get("votes").asInt()).isEqualTo(3);
            assertThat(problem.get("score").asDouble())
                    .isGreaterThanOrEqualTo(0.85)
                    .isCloseTo(problem.get("mean").asDouble(), within(1e-9));
        });
    }

    @Test
    void aRejectedProblemScoresBelowTheThresholdAndIsNotSolved() {
        List<Record> rejected = all(
                """
                MATCH (problem:Problem {verdict: 'rejected'})
                RETURN problem.score AS score, EXISTS { (problem)<-[:SOLVES]-() } AS solved
                """);

        assertThat(rejected).isNotEmpty().allSatisfy(problem -> {
            assertThat(problem.get("score").asDouble()).isLessThan(0.85);
            assertThat(problem.get("solved").asBoolean()).isFalse();
        });
    }

    @Test
    void oneFalseIsAVeto() {
        List<Record> solutions = all(
                """
                MATCH (solution:Solution)<-[:OF]-(vote:Judgement)
                WITH solution, collect(vote.approved) AS votes
                RETURN solution.verdict AS verdict, size(votes) AS count, all(vote IN votes WHERE vote) AS unanimous
                """);

        assertThat(solutions).allSatisfy(solution -> {
            assertThat(solution.get("count").asInt()).isEqualTo(3);
            assertThat(solution.get("verdict").asString().equals("passed"))
                    .isEqualTo(solution.get("unanimous").asBoolean());
        });
        assertThat(solutions).extracting(row -> row.get("verdict").asString()).contains("passed", "rejected");
    }

    @Test
    void difficultyDecidesWhoSolves() {
        assertThat(
                        all(
                                """
                        MATCH (solution:Solution)-[:SOLVES]->(problem:Problem)
                        RETURN DISTINCT problem.difficulty IN ['low', 'medium'] AS small, solution.model AS model
                        ORDER BY small
                        """))
                .extracting(row ->
                        row.get("small").asBoolean() + " " + row.get("model").asString())
                .containsExactly(
                        "false rehearsal/Qwen2.5-Math-72B-Instruct", "true rehearsal/Qwen2.5-Math-7B-Instruct");
    }

    @Test
    void edgesWeighAsManySeedsAsNeedBothEnds() {
        assertThat(
                        all(
                                """
                        MATCH (a:KnowledgePoint)-[edge:CO_OCCURS]->(b:KnowledgePoint)
                        WITH a, b, edge, COUNT { MATCH (a)<-[:REQUIRES]-(seed:Seed)-[:REQUIRES]->(b) RETURN DISTINCT seed } AS seeds
                        WHERE edge.weight <> seeds OR a.id >= b.id
                        RETURN a.name, b.name
                        """))
                .isEmpty();
    }

    @Test
    void combinationsAreOfTheKindTheySay() {
        assertThat(
                        all(
                                """
                        MATCH (combination:Combination)-[:COMBINES]->(kp:KnowledgePoint)
                        WITH combination, collect(kp) AS kps WHERE size(kps) = 2
                        WITH combination, kps[0] AS a, kps[1] AS b
                        MATCH path = shortestPath((a)-[:CO_OCCURS*]-(b))
                        RETURN combination.kind AS kind, collect(DISTINCT length(path)) AS distances ORDER BY kind
                        """))
                .extracting(
                        row -> row.get("kind").asString() + row.get("distances").asList())
                .containsExactly("ONE_HOP[1]", "THREE_HOP[3]", "TWO_HOP[2]");
        assertThat(
                        all(
                                """
                        MATCH (combination:Combination {kind: 'COMMUNITY'})-[:COMBINES]->(kp:KnowledgePoint)
                        WITH combination, collect(kp) AS kps
                        WHERE any(a IN kps WHERE any(b IN kps WHERE a.id < b.id AND NOT EXISTS { (a)-[:CO_OCCURS]-(b) }))
                        RETURN combination
                        """))
                .isEmpty();
    }

    @Test
    void theFunnelSaysWhatTheGraphHolds() {
        Funnel funnel = grip.funnel();

        assertThat(funnel.seeds()).isEqualTo(298);
        assertThat(funnel.mentions()).isGreaterThan(funnel.mentionsKept());
        assertThat(funnel.combinations())
                .isEqualTo(grip.census(CombinationSpec.of(List.of(), null, null)).stream()
                        .collect(Collectors.groupingBy(CensusRow::kind, Collectors.summingLong(CensusRow::count))));
        assertThat(funnel.combinations().get("ONE_HOP")).isEqualTo(funnel.edges());
        assertThat(funnel.problems()).isEqualTo(60).isEqualTo(run.problems());
        assertThat(funnel.problemsPassed()).isEqualTo(funnel.solutions()).isEqualTo(run.problemsPassed());
        assertThat(funnel.solutionsPassed()).isEqualTo(run.accepted());
        assertThat(funnel.exported()).isEqualTo(export.rows()).isEqualTo(rows.size());
        assertThat(funnel.rehearsal()).isTrue();
    }

    @Test
    void theProceduresFindInItsGraphWhatPlainCypherFinds() {
        assertThat(
                        all(
                                """
                CALL kprg.twoHop() YIELD knowledgePoints, weight
                UNWIND knowledgePoints AS kp WITH knowledgePoints, weight, kp.id AS id ORDER BY id
                WITH knowledgePoints, weight, collect(id) AS ids RETURN ids, weight ORDER BY ids
                """))
                .isEqualTo(
                        all(
                                """
                MATCH (a:KnowledgePoint)-[r:CO_OCCURS]-()-[q:CO_OCCURS]-(b)
                WHERE a.id < b.id AND NOT (a)-[:CO_OCCURS]-(b)
                WITH a.id AS a, b.id AS b, max(CASE WHEN r.weight < q.weight THEN r.weight ELSE q.weight END) AS weight
                RETURN [a, b] AS ids, toFloat(weight) AS weight ORDER BY ids
                """))
                .isNotEmpty();
        assertThat(all("CALL kprg.census({kinds: ['THREE_HOP'], core: {share: 1}}) YIELD count"))
                .isEqualTo(
                        all(
                                """
                MATCH (a:KnowledgePoint)-[:CO_OCCURS]-()-[:CO_OCCURS]-()-[:CO_OCCURS]-(b)
                WHERE a.id < b.id WITH DISTINCT a, b
                WHERE NOT (a)-[:CO_OCCURS]-(b) AND NOT (a)-[:CO_OCCURS]-()-[:CO_OCCURS]-(b) RETURN count(*) AS count
                """));
        assertThat(all("CALL kprg.census({kinds: ['COMMUNITY'], communitySizes: [4]}) YIELD count"))
                .isEqualTo(
                        all(
                                """
                MATCH (a)-[:CO_OCCURS]->(b)-[:CO_OCCURS]->(c)-[:CO_OCCURS]->(d),
                      (a)-[:CO_OCCURS]->(c), (a)-[:CO_OCCURS]->(d), (b)-[:CO_OCCURS]->(d) RETURN count(*) AS count
                """));
        assertThat(all("CALL kprg.census({kinds: ['COMMUNITY']}) YIELD count, novel"))
                .isEqualTo(
                        all(
                                """
                MATCH (a)-[:CO_OCCURS]->(b)-[:CO_OCCURS]->(c), (a)-[:CO_OCCURS]->(c)
                WITH a, b, c, EXISTS {
                  MATCH (s:Seed)-[:REQUIRES]->(a) WHERE (s)-[:REQUIRES]->(b) AND (s)-[:REQUIRES]->(c)
                } AS known RETURN count(*) AS count, sum(CASE WHEN known THEN 0 ELSE 1 END) AS novel
                """));
    }

    @Test
    void everythingWrittenSaysRehearsal() throws Exception {
        assertThat(export.files())
                .extracting(path -> path.getFileName().toString())
                .contains("grip-rehearsal-messages.jsonl", "grip-rehearsal-alpaca.jsonl");
        for (String line : Files.readAllLines(file("grip-rehearsal-alpaca.jsonl"))) {
            assertThat(JSON.readTree(line).path("rehearsal").asBoolean()).isTrue();
        }
        assertThat(rows).allMatch(row -> row.path("rehearsal").asBoolean());
        assertThat(Files.readString(file("README.md"))).contains("Rehearsal data");
        assertThat(all("MATCH (n) WHERE n:Problem OR n:Solution OR n:Judgement RETURN DISTINCT n.rehearsal AS"
                        + " rehearsal"))
                .extracting(row -> row.get("rehearsal").asBoolean())
                .containsExactly(true);
        assertThat(run.rehearsal()).isTrue();
    }

    @Test
    void doingItAllAgainAddsNothing() throws Exception {
        long before = nodes("MATCH (n) WHERE NOT n:Run AND NOT n:Slice AND NOT n:Spend RETURN count(n) AS n");
        assertThat(grip.done(REQUEST)).map(RunStatus::id).contains(run.id());

        TestGrip.importDemoSeeds(grip);
        grip.extract(Progress.NONE);
        assertThat(grip.buildGraph().changed()).isFalse();
        RunStatus again = grip.launch(REQUEST);
        RunStatus fewer = run(RunRequest.of(CombinationSpec.of(List.of(Kind.ONE_HOP), 15, 1L)));

        assertThat(again).isEqualTo(run);
        assertThat(nodes("MATCH (n) WHERE NOT n:Run AND NOT n:Slice AND NOT n:Spend RETURN count(n) AS n"))
                .isEqualTo(before);
        assertThat(fewer.problems()).isEqualTo(15);
    }

    private static RunStatus run(RunRequest request) throws InterruptedException {
        return grip.await(grip.launch(request).id(), Progress.NONE);
    }

    @Test
    void benchmarkProblemsAreKeptOut() throws Exception {
        String leaked = rows.get(0).at("/messages/0/content").asText();
        Path benchmark = data.resolve("benchmark.jsonl");
        Files.writeString(
                benchmark,
                JSON.writeValueAsString(
                        Map.of("id", "b7", "question", "  " + leaked.toUpperCase(java.util.Locale.ROOT) + " ")));

        ExportReport clean = grip.export(new ExportRequest(data.resolve("clean"), run.id(), List.of(benchmark)));

        assertThat(clean.contaminated()).isEqualTo(1);
        assertThat(clean.rows()).isEqualTo(export.rows() - 1);
        assertThat(Files.readString(data.resolve("clean/grip-rehearsal-removed.jsonl")))
                .contains("benchmark.jsonl:b7")
                .contains(rows.get(0).path("id").asText());
        grip.export(new ExportRequest(data.resolve("export"), null, List.of()));
    }

    @Test
    void aRunCanBeLaunchedFromCypher() throws Exception {
        RunRequest request = RunRequest.ofCypher(
                "MATCH (a:KnowledgePoint)-[edge:CO_OCCURS]-(b:KnowledgePoint) WHERE edge.weight >= $least AND a.id <"
                        + " b.id RETURN [a, b.name] AS knowledgePoints ORDER BY edge.weight DESC LIMIT 5",
                Map.of("least", 3),
                null);

        assertThat(grip.preview(request, 3).rows())
                .hasSize(3)
                .allMatch(row -> row.combination().kind().equals("ONE_HOP"));
        RunStatus selected = grip.await(grip.launch(request).id(), Progress.NONE);

        assertThat(selected.state()).isEqualTo(RunState.DONE);
        assertThat(selected.combinations()).isEqualTo(5);
        removeWorkOf(selected.id());
    }

    @Test
    void aSelectionThatWritesIsRefusedAndStartsNothing() {
        int before = grip.runs().size();
        RunRequest request = RunRequest.ofCypher("CREATE (n:Evil) RETURN [n] AS knowledgePoints", Map.of(), null);

        assertThatThrownBy(() -> grip.launch(request))
                .isInstanceOf(SelectionException.class)
                .hasMessageContaining("read");

        assertThat(grip.runs()).hasSize(before);
        assertThat(nodes("MATCH (n:Evil) RETURN count(n) AS n")).isZero();
    }

    @Test
    void aSelectionWithABadRowIsRefusedWithItsRowAndColumn() {
        RunRequest request = RunRequest.ofCypher(
                """
                MATCH (kp:KnowledgePoint {status: 'active'})
                WITH kp.name AS name ORDER BY name LIMIT 2
                WITH collect(name) AS two
                UNWIND [two, [two[0], 'Alchemy']] AS knowledgePoints
                RETURN knowledgePoints
                """,
                Map.of(),
                null);

        assertThatThrownBy(() -> grip.launch(request))
                .isInstanceOf(SelectionException.class)
                .hasMessageContaining("Row 2")
                .hasMessageContaining("knowledgePoints")
                .hasMessageContaining("'Alchemy'");
    }

    private static void removeWorkOf(String id) {
        all("MATCH (n {run: $run}) WHERE n:Problem OR n:Solution OR n:Judgement DETACH DELETE n", Map.of("run", id));
        all(
                "MATCH (combination:Combination) WHERE NOT EXISTS { (combination)<-[:GENERATED_FROM]-() }"
                        + " DETACH DELETE combination",
                Map.of());
    }

    private static void assertPromptIsKept(Value made, String name) {
        assertThat(made.get("prompt").asString()).isEqualTo(name);
        Record prompt = one(
                "MATCH (prompt:Prompt {name: $name, hash: $hash}) RETURN prompt",
                Map.of("name", name, "hash", made.get("promptHash").asString()));
        assertThat(prompt.get("prompt").get("version").asInt())
                .isEqualTo(made.get("promptVersion").asInt());
    }

    private static String demoProblem(String id) {
        List<Seed> found = grip.seeds("", 1000).stream()
                .filter(seed -> seed.id().equals(id))
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0).problem();
    }

    private static Path file(String name) {
        return data.resolve("export").resolve(name);
    }

    private static long nodes(String cypher) {
        return all(cypher).get(0).get("n").asLong();
    }

    private static Record one(String cypher, Map<String, Object> parameters) {
        List<Record> found = all(cypher, parameters);
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static List<Record> all(String cypher) {
        return all(cypher, Map.of());
    }

    private static List<Record> all(String cypher, Map<String, Object> parameters) {
        return NEO4J.driver()
                .executableQuery(cypher)
                .withParameters(parameters)
                .execute()
                .records();
    }
}

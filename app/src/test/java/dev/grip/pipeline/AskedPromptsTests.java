package dev.grip.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.grip.analysis.AskedPrompt;
import dev.grip.analysis.AskedPrompt.Call;
import dev.grip.analysis.AskedStep;
import dev.grip.analysis.ProblemFilter;
import dev.grip.combinations.CombinationSpec;
import dev.grip.combinations.Kind;
import dev.grip.graph.Neo4jExtension;
import dev.grip.knowledge.curation.Note;
import dev.grip.llm.ChatMessage;
import dev.grip.pipeline.runs.RunRequest;
import dev.grip.rehearsal.Journal.ReceivedRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The prompts in the story of a problem against what the model servers received. */
@SuppressWarnings("NullAway.Init")
@Timeout(600)
final class AskedPromptsTests {

    private static final int COMBINATIONS = 10;
    private static final ObjectMapper JSON = new ObjectMapper();

    @RegisterExtension
    static final Neo4jExtension NEO4J = new Neo4jExtension();

    @TempDir
    private Path data;

    private RunsAtWork work;
    private Grip grip;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        work = new RunsAtWork(NEO4J, data);
        grip = work.open(Map.of());
        var kinds = CombinationSpec.of(List.of(Kind.values()), COMBINATIONS, 1L);
        grip.await(grip.launch(RunRequest.of(kinds)).id(), Progress.NONE);
    }

    @AfterEach
    void stop() {
        grip.close();
        work.close();
    }

    @Test
    void everyPromptOfEveryStoryIsByteForByteWhatItsModelGot() {
        Map<String, ReceivedRequest> received = received();
        Set<String> told = new HashSet<>();
        for (AskedPrompt asked : all()) {
            assertThat(asked.exact()).as(asked.note()).isTrue();
            assertThat(asked.note()).isNull();
            for (Call call : asked.calls()) {
                ReceivedRequest request = received.get(call.request());
                assertThat(request).as(asked.prompt() + " " + call).isNotNull();
                JsonNode body = json(request.body());
                assertThat(body.get("model").asText()).isEqualTo(call.model());
                assertThat(messages(body)).isEqualTo(asked.messages());
                told.add(call.request());
            }
        }
        assertThat(told).isEqualTo(received.keySet());
    }

    @Test
    void aStoryHasEachStepOnceWithAllModelsThatWereAskedTheSame() {
        List<AskedPrompt> asked = story(accepted());

        assertThat(asked).extracting(AskedPrompt::step).containsExactly(AskedStep.values());
        assertThat(asked).extracting(one -> one.calls().size()).containsExactly(1, 3, 1, 1, 3);
        assertThat(asked.get(4).subject()).isNotEqualTo(asked.get(0).subject());
        assertThat(grip.knowledge().trace(asked.get(4).subject(), 1).asked()).isEqualTo(asked);
    }

    @Test
    void anotherTemplateInTheGraphIsNoticed() {
        run("MATCH (prompt:Prompt {name: 'synthesis/solve-problem'})"
                + " SET prompt.text = replace(prompt.text, 'step by step', 'in steps')");

        for (AskedPrompt asked : story(accepted())) {
            boolean changed = asked.step() == AskedStep.SOLVING;
            assertThat(asked.exact()).isEqualTo(!changed);
            assertThat(String.valueOf(asked.note())).contains(changed ? "the prompt in the graph was changed" : "null");
            assertThat(asked.messages()).hasSize(2);
        }
    }

    @Test
    void whatTheGraphDoesNotHoldIsNotMadeUp() {
        run("MATCH (prompt:Prompt {name: 'synthesis/solve-problem'}) DELETE prompt");
        run("MATCH (prompt:Prompt {name: 'judging/judge-solution'}) SET prompt.text = 'only a part'");
        run("MATCH (problem:Problem) REMOVE problem.request");

        List<AskedPrompt> asked = story(accepted());

        assertThat(asked).extracting(AskedPrompt::exact).containsExactly(false, true, true, false, false);
        assertThat(asked.get(0).note()).contains("recorded without the key of its question");
        assertThat(asked.get(0).messages()).hasSize(2);
        assertThat(asked.get(3).note()).contains("the graph has no Prompt synthesis/solve-problem with the hash");
        assertThat(asked.get(3).messages()).isEmpty();
        assertThat(asked.get(4).note()).contains("Prompt judging/judge-solution in the graph: it does not start with");
        assertThat(asked.get(4).messages()).isEmpty();
    }

    @Test
    void aKnowledgePointThatGotAnotherNameSinceIsNoticed() {
        String problem = accepted();
        String point = work.text("MATCH (:Problem {key: '" + problem
                + "'})-[:GENERATED_FROM]->()-[:COMBINES]->(kp) RETURN kp.id LIMIT 1");
        grip.knowledge().curate(curator -> curator.rename(point, "Quite another name", new Note("me", "clearer")));

        List<AskedPrompt> asked = story(problem);

        assertThat(asked).extracting(AskedPrompt::exact).containsExactly(false, false, true, true, true);
        assertThat(asked.get(0).note()).contains("a knowledge point was renamed");
        assertThat(asked.get(0).messages().get(1).content()).contains("Quite another name");
    }

    private List<AskedPrompt> all() {
        var problems = grip.results().problems(new ProblemFilter(null, null, null, null, null), null, 200);
        assertThat(problems.problems()).hasSize(COMBINATIONS);
        return problems.problems().stream()
                .flatMap(problem -> story(problem.key()).stream())
                .toList();
    }

    private List<AskedPrompt> story(String problem) {
        return grip.results().story(problem, 1).orElseThrow().asked();
    }

    private String accepted() {
        return grip.results()
                .problems(new ProblemFilter(null, null, true, null, null), null, 1)
                .problems()
                .get(0)
                .key();
    }

    private void run(String cypher) {
        work.count(cypher + " RETURN count(*)");
    }

    /** The first questions that the servers got for the run, by key; a second one to the same judge follows an answer. */
    private Map<String, ReceivedRequest> received() {
        Map<String, ReceivedRequest> received = new TreeMap<>();
        work.models().servers().stream()
                .flatMap(server -> server.journal().requests().stream())
                .filter(request ->
                        request.method().equals("POST") && !request.id().startsWith("probe-"))
                .filter(request -> messages(json(request.body())).size() == 2)
                .forEach(request -> received.put(request.id().replaceFirst("-\\d+$", ""), request));
        return received;
    }

    private static List<ChatMessage> messages(JsonNode body) {
        List<ChatMessage> messages = new ArrayList<>();
        body.get("messages")
                .forEach(one -> messages.add(new ChatMessage(
                        one.get("role").asText(), one.get("content").asText())));
        return messages;
    }

    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new AssertionError("The journal does not have all of " + body, e);
        }
    }
}

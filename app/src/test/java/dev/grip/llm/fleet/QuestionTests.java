package dev.grip.llm.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grip.llm.fleet.FakeModelServer.Received;
import dev.grip.llm.fleet.FakeModelServer.Scripted;
import dev.grip.llm.prompts.PromptLibrary;
import dev.grip.llm.prompts.PromptedModel;
import dev.grip.llm.verdicts.Question;
import dev.grip.llm.verdicts.VerdictReader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class QuestionTests {

    private final FakeModelServer server = new FakeModelServer();
    private final FleetConnection fleet = FleetPolicies.fleet(new FakeTempo(0.5));

    @AfterEach
    void stop() {
        fleet.close();
        server.close();
    }

    @Test
    void whatCanBeReadIsAskedOnce() {
        server.answering(200, completion("Fine.\\nAnswer: True", "stop"));
        Question.Asked<Boolean> asked = ask();
        assertThat(asked.reading().value()).contains(true);
        assertThat(asked.reading().path()).isEqualTo("line");
        assertThat(server.posts()).hasSize(1);
    }

    @Test
    void anUnreadableAnswerIsAskedOnceMoreForItsVerdictUnderAConstraint() throws Exception {
        server.answeringEach(received -> {
            if (isProbe(received)) {
                return enforced(received);
            }
            return said(received.body().contains("structured_outputs") ? "False" : "Who knows?", "stop");
        });

        Question.Asked<Boolean> asked = ask();

        assertThat(asked.reading().value()).contains(false);
        assertThat(asked.reading().path()).isEqualTo("asked_again");
        assertThat(asked.text()).isEqualTo("Who knows?\n\n[asked again]\nFalse");
        List<Received> posts = questions();
        assertThat(posts).hasSize(2);
        JsonNode first = Json.MAPPER.readTree(posts.get(0).body()).path("messages");
        JsonNode second = Json.MAPPER.readTree(posts.get(1).body());
        assertThat(second.path("structured_outputs").toString()).isEqualTo("{\"choice\":[\"True\",\"False\"]}");
        // The whole first prompt stands unchanged in front, where a prefix cache finds it.
        for (int i = 0; i < first.size(); i++) {
            assertThat(second.path("messages").path(i)).isEqualTo(first.path(i));
        }
        assertThat(second.path("messages").path(first.size()).path("content").asText())
                .isEqualTo("Who knows?");
        assertThat(posts.get(1).requestId()).isNotEqualTo(posts.get(0).requestId());
    }

    @Test
    void aServerThatKnowsOnlySchemasGetsASchema() {
        server.answeringEach(received -> {
            if (received.body().contains("structured_outputs")) {
                return new Scripted(400, "{\"error\":{\"message\":\"unknown field\",\"code\":400}}", Map.of());
            }
            if (isProbe(received)) {
                return enforced(received);
            }
            return received.body().contains("json_schema")
                    ? said("{\\\"answer\\\": \\\"True\\\"}", "stop")
                    : said("Answer: True\\nAnswer: False", "stop");
        });
        assertThat(ask().reading().value()).contains(true);
        assertThat(questions().get(1).body())
                .contains(
                        "\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"answer\"",
                        "\"enum\":[\"True\",\"False\"]",
                        "\"additionalProperties\":false");
    }

    @Test
    void aServerThatIgnoresConstraintsIsAskedInWordsAndItsAnswerChecked() {
        server.answeringEach(received -> said(isProbe(received) ? "Paris" : "Probably", "stop"));
        Question.Asked<Boolean> asked = ask();
        assertThat(asked.reading().value()).isEmpty();
        assertThat(asked.reading().path()).isEqualTo("unparsed");
        assertThat(questions()).hasSize(2);
        assertThat(questions().get(1).body())
                .doesNotContain("structured_outputs", "response_format")
                .contains("Repeat it in one line of exactly this form");
    }

    @Test
    void anAnswerThatWasCutOffIsAskedForWithTwiceTheRoom() throws Exception {
        server.answering(200, completion("Let me see", "length")).answering(200, completion("Answer: True", "stop"));
        assertThat(ask().reading().value()).contains(true);
        List<Integer> rooms = questions().stream().map(QuestionTests::room).toList();
        assertThat(rooms.get(1)).isEqualTo(2 * rooms.get(0));
        assertThat(Json.MAPPER.readTree(questions().get(1).body()).path("messages"))
                .isEqualTo(Json.MAPPER.readTree(questions().get(0).body()).path("messages"));
    }

    @Test
    void whatStaysUnreadableIsNoVerdictAndIsNotAskedAThirdTime() {
        server.answering(200, completion("Let me see", "length"));
        Question.Asked<Boolean> asked = ask();
        assertThat(asked.reading().value()).isEmpty();
        assertThat(asked.reading().path()).isEqualTo("truncated");
        assertThat(questions()).hasSize(2);
    }

    @Test
    void howVerdictsWereReadIsCountedWithTheCalls() {
        server.answering(200, completion("Answer: True", "stop"))
                .answering(200, completion("Let me see", "length"))
                .answering(200, completion("Answer: True", "stop"));
        ask();
        ask();
        ModelCalls calls = fleet.tally().snapshot().get(0);
        assertThat(calls.stage()).isEqualTo("judging/judge-solution");
        assertThat(calls.calls()).isEqualTo(3);
        assertThat(calls.verdicts()).isEqualTo(Map.of("line", 1L, "asked_again", 1L));
        assertThat(calls.notAtOnce()).isEqualTo(1);
    }

    @Test
    void aRefusalIsNotAskedAgain() {
        server.answering(
                200,
                completion("x", "stop").replace("\"content\":\"x\"", "\"content\":null,\"refusal\":\"I may not\""));
        assertThat(ask().reading().path()).isEqualTo("refused");
        assertThat(questions()).hasSize(1);
    }

    private Question.Asked<Boolean> ask() {
        PromptedModel model = new PromptedModel(
                fleet.chatModel(Endpoint.judge("j", server.url(), "m", 1)),
                PromptLibrary.load().require("judging/judge-solution", Set.of("problem", "solution")));
        return new Question<>(model, VerdictReader.trueFalse("Answer")).ask(Map.of("problem", "p", "solution", "s"));
    }

    private List<Received> questions() {
        return server.posts().stream().filter(received -> !isProbe(received)).toList();
    }

    private static boolean isProbe(Received received) {
        return received.requestId().startsWith("probe-");
    }

    /** A constrained answer to the probe: the one word that it offers. */
    private static Scripted enforced(Received received) {
        return said(received.body().replaceAll("(?s).*(qwzx-17-blorf).*", "$1"), "stop");
    }

    private static int room(Received received) {
        try {
            return Json.MAPPER.readTree(received.body()).path("max_tokens").asInt();
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Scripted said(String text, String finish) {
        return new Scripted(200, completion(text, finish), Map.of());
    }

    private static String completion(String text, String finish) {
        return FakeModelServer.completion('"' + text + '"', finish);
    }
}

package dev.grip.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grip.rehearsal.content.AnswerFaults;
import dev.grip.rehearsal.content.Personality;
import dev.grip.rehearsal.content.Thinking;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Constraints and thinking over the wire. */
class StructuredAnswersTests {

    private static final String CHAT = "/v1/chat/completions";

    @Test
    void anAnswerHasTheFormThatWasAskedFor() {
        JsonNode choice = choice(
                Personality.FLAWLESS,
                ", \"structured_outputs\": {\"json\": {\"type\": \"object\", \"properties\":"
                        + " {\"reason\": {\"type\": \"string\"}, \"verdict\": {\"type\": \"boolean\"}}}}");

        assertThat(choice.path("finish_reason").asText()).isEqualTo("stop");
        assertThat(Client.json(choice.at("/message/content").asText()))
                .isEqualTo(Client.json("{\"reason\": \"I recomputed it.\", \"verdict\": true}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            "structured_outputs": {"choice": ["a"], "regex": "a"}           | structured_outputs | several
            "structured_outputs": {"grammar": "x"}                          | structured_outputs | grammar
            "structured_outputs": {"json": {"uniqueItems": true}}           | structured_outputs | uniqueItems
            "response_format": {"type": "json_schema"}                      | response_format    | json_schema
            """)
    void aConstraintThatCannotHoldIsRefused(String field, String param, String named) {
        try (RehearsalServer server = serve(Personality.FLAWLESS)) {
            var response = new Client(server.url()).post(CHAT, body(", " + field));
            JsonNode error = Client.json(response).path("error");

            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(error.path("param").asText()).isEqualTo(param);
            assertThat(error.path("message").asText()).contains(named);
        }
    }

    @Test
    void theBudgetMayCutStructuredAnswers() {
        JsonNode choice =
                choice(Personality.FLAWLESS, ", \"max_tokens\": 3, \"response_format\": {\"type\": \"json_object\"}");

        assertThat(choice.path("finish_reason").asText()).isEqualTo("length");
        assertThat(choice.at("/message/content").asText()).startsWith("{\"expl").doesNotContain("}");
    }

    @Test
    void whiteSpaceRunsUpToTheBudget() {
        JsonNode choice = choice(
                Personality.FLAWLESS.withFaults(AnswerFaults.loopingOnWhitespace(1)),
                ", \"max_tokens\": 500, \"response_format\": {\"type\": \"json_object\"}");

        assertThat(choice.path("finish_reason").asText()).isEqualTo("length");
        assertThat(choice.at("/message/content").asText())
                .hasSizeGreaterThan(500)
                .isEqualToIgnoringWhitespace("{");
    }

    @Test
    void thinkingHasItsOwnFieldAndMayUseUpTheBudget() {
        Personality thinker = Personality.FLAWLESS.withThinking(new Thinking(Thinking.Place.FIELD, 100));
        JsonNode whole = choice(thinker, ", \"max_tokens\": 900");
        JsonNode cut = choice(thinker, ", \"max_tokens\": 20");

        assertThat(whole.at("/message/reasoning").asText()).hasSizeGreaterThan(150);
        assertThat(whole.at("/message/content").asText()).endsWith("Answer: True");
        assertThat(whole.path("finish_reason").asText()).isEqualTo("stop");
        assertThat(cut.at("/message/reasoning").asText()).hasSizeBetween(20, 160);
        assertThat(cut.at("/message/content").isNull()).isTrue();
        assertThat(cut.path("finish_reason").asText()).isEqualTo("length");
    }

    @Test
    void aStreamSendsThinkingBeforeTheAnswer() {
        Personality thinker = Personality.FLAWLESS.withThinking(new Thinking(Thinking.Place.FIELD, 100));
        try (RehearsalServer server = serve(thinker)) {
            String events = new Client(server.url())
                    .post(CHAT, body(", \"stream\": true, \"max_tokens\": 900"))
                    .body();
            StringBuilder thinking = new StringBuilder();
            StringBuilder content = new StringBuilder();
            events.lines()
                    .filter(line -> line.startsWith("data: {"))
                    .map(line -> Client.json(line.substring("data: ".length())))
                    .forEach(chunk -> {
                        JsonNode delta = chunk.at("/choices/0/delta");
                        assertThat(delta.has("reasoning") && !content.isEmpty()).isFalse();
                        thinking.append(delta.path("reasoning").asText(""));
                        content.append(delta.path("content").asText(""));
                    });

            assertThat(thinking).hasSizeGreaterThan(150);
            assertThat(content).hasToString("I recomputed it.\nAnswer: True");
        }
    }

    private static JsonNode choice(Personality personality, String more) {
        try (RehearsalServer server = serve(personality)) {
            return Client.json(new Client(server.url()).post(CHAT, body(more))).at("/choices/0");
        }
    }

    private static RehearsalServer serve(Personality personality) {
        return RehearsalServer.start(
                RehearsalConfig.of("rehearsal/judge", personality, conversation -> "I recomputed it.\nAnswer: True"));
    }

    private static String body(String more) {
        return "{\"messages\": [{\"role\": \"user\", \"content\": \"Is it right?\"}]" + more + "}";
    }
}

package dev.grip.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grip.rehearsal.content.Conversation;
import dev.grip.rehearsal.content.Personality;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The wire format, on real sockets. */
class RehearsalServerTests {

    private static final String CHAT = "/v1/chat/completions";

    private final RehearsalServer server =
            RehearsalServer.start(RehearsalConfig.of("rehearsal/echo", Personality.FLAWLESS, RehearsalServerTests::echo)
                    .withMaxModelLength(1000));
    private final Client client = new Client(server.url());

    @AfterEach
    void close() {
        server.close();
    }

    /** Says the last message again, then a throw of the dice. */
    private static String echo(Conversation conversation) {
        List<Conversation.Turn> turns = conversation.turns();
        return turns.get(turns.size() - 1).content() + " / "
                + conversation.dice().below(1_000_000);
    }

    private static String hello(String more) {
        return """
                {"model": "rehearsal/echo", "messages": [{"role": "user", "content": "Hello, world"}]%s}"""
                .formatted(more);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            {"model": "other", "messages": [{"role": "user", "content": "x"}]}     | 404 | NotFoundError   | model
            {"model": "rehearsal/echo"}                                            | 400 | BadRequestError | messages
            {"model": "rehearsal/echo", "messages": []}                            | 400 | BadRequestError | messages
            {"model": "rehearsal/echo", "messages": [{"content": "x"}]}            | 400 | BadRequestError | messages
            {"messages": [{"role": "user", "content": 1}]}                         | 400 | BadRequestError | messages
            {"messages": [{"role": "user", "content": "x"}], "max_tokens": 0}      | 400 | BadRequestError | max_tokens
            {"messages": [{"role": "user", "content": "x"}], "max_tokens": "many"} | 400 | BadRequestError | max_tokens
            {"messages": [{"role": "user", "content": "x"}], "max_tokens": 1000}   | 400 | BadRequestError | input_tokens
            {"messages": [{"role": "user", "content": "x"}], "n": 0}               | 400 | BadRequestError | n
            {"messages": [{"role": "user", "content": "x"}], "top_logprobs": 2}    | 400 | BadRequestError | top_logprobs
            {"messages": [{"role": "user", "content": "x"}], "stream_options": {}} | 400 | BadRequestError | stream_options
            {"messages": [{"role": "user", "content": "x"}], "tools": [{}]}        | 400 | BadRequestError | tools
            {"messages": [{"role": "user", "content": "x"}], "structured_outputs": {}} | 400 | BadRequestError | structured_outputs
            {"messages": [{"role": "user", "content": "x"}], "response_format": {"type": "grammar"}} | 400 | BadRequestError | response_format
            """)
    void aBadCallIsRefusedNamingTheField(String body, int status, String type, String param) {
        HttpResponse<String> response = client.post(CHAT, body);

        assertThat(response.statusCode()).isEqualTo(status);
        JsonNode error = Client.json(response).path("error");
        assertThat(error.path("type").asText()).isEqualTo(type);
        assertThat(error.path("param").asText()).isEqualTo(param);
        assertThat(error.path("code").isInt()).isTrue();
        assertThat(error.path("code").asInt()).isEqualTo(status);
        assertThat(error.path("message").asText()).isNotBlank();
    }

    @Test
    void aBodyThatIsNotAJsonObjectIsRefused() {
        for (String body : List.of("", "{", "[]", "\"text\"", "not json")) {
            HttpResponse<String> response = client.post(CHAT, body);
            assertThat(response.statusCode()).as(body).isEqualTo(400);
            assertThat(Client.json(response).at("/error/param").isNull()).isTrue();
        }
    }

    @Test
    void anotherContentTypeIsRefused() {
        assertThat(client.post(CHAT, "text/plain", hello("")).statusCode()).isEqualTo(400);
    }

    @Test
    void anUnknownPathIs404AndTheWrongMethod405() {
        assertThat(client.get("/v1/nothing").statusCode()).isEqualTo(404);
        assertThat(client.get(CHAT).statusCode()).isEqualTo(405);
        assertThat(client.post("/v1/models", "{}").statusCode()).isEqualTo(405);
    }

    @Test
    void aPortThatIsTakenIsNamed() {
        RehearsalConfig taken = RehearsalConfig.of("m", Personality.FLAWLESS, RehearsalServerTests::echo)
                .withPort(server.url().getPort());

        assertThatThrownBy(() -> RehearsalServer.start(taken))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(String.valueOf(server.url().getPort()));
    }

    @Test
    void anAnswerHasAllFieldsAndIsMarked() {
        JsonNode answer = Client.json(client.post(CHAT, hello(", \"max_tokens\": 50")));

        assertThat(answer.path("id").asText()).isEqualTo("chatcmpl-test");
        assertThat(answer.path("object").asText()).isEqualTo("chat.completion");
        assertThat(answer.path("created").asLong()).isPositive();
        assertThat(answer.path("model").asText()).isEqualTo("rehearsal/echo");
        assertThat(answer.path("system_fingerprint").asText()).isEqualTo("rehearsal");
        assertThat(answer.path("choices")).hasSize(1);
        JsonNode choice = answer.path("choices").path(0);
        assertThat(choice.at("/message/role").asText()).isEqualTo("assistant");
        assertThat(choice.at("/message/content").asText()).startsWith("Hello, world / ");
        assertThat(choice.at("/message/reasoning").isNull()).isTrue();
        assertThat(choice.path("finish_reason").asText()).isEqualTo("stop");
        assertThat(choice.path("stop_reason").isNull()).isTrue();
        int completion = answer.at("/usage/completion_tokens").asInt();
        assertThat(completion).isBetween(4, 6);
        assertThat(answer.at("/usage/total_tokens").asInt())
                .isEqualTo(completion + answer.at("/usage/prompt_tokens").asInt());
    }

    @Test
    void anAnswerEndsAtTheBudgetOrAtAStopString() {
        JsonNode cut =
                Client.json(client.post(CHAT, hello(", \"max_tokens\": 2"))).at("/choices/0");
        JsonNode stopped = Client.json(client.post(CHAT, hello(", \"stop\": [\"!\", \", \"]")))
                .at("/choices/0");

        assertThat(cut.at("/message/content").asText()).isEqualTo("Hello, w");
        assertThat(cut.path("finish_reason").asText()).isEqualTo("length");
        assertThat(stopped.at("/message/content").asText()).isEqualTo("Hello");
        assertThat(stopped.path("finish_reason").asText()).isEqualTo("stop");
        assertThat(stopped.path("stop_reason").asText()).isEqualTo(", ");
    }

    @Test
    void theSameCallGivesTheSameAnswerAndAnotherSeedOrChoiceAnother() {
        List<String> first = contents(hello(", \"seed\": 1, \"n\": 3"));

        assertThat(contents(hello(", \"seed\": 1, \"n\": 3"))).isEqualTo(first);
        assertThat(contents(hello(", \"seed\": 1, \"temperature\": 0.5"))).containsExactly(first.get(0));
        assertThat(first).doesNotHaveDuplicates();
        assertThat(contents(hello(", \"seed\": 2"))).isNotEqualTo(List.of(first.get(0)));
    }

    private List<String> contents(String body) {
        List<String> contents = new ArrayList<>();
        Client.json(client.post(CHAT, body))
                .path("choices")
                .forEach(choice -> contents.add(choice.at("/message/content").asText()));
        return contents;
    }

    @Test
    void aStreamGivesTheSameTextInPiecesThenUsageThenDone() {
        String whole = contents(hello("")).get(0);
        HttpResponse<String> response =
                client.post(CHAT, hello(", \"stream\": true, \"stream_options\": {\"include_usage\": true}"));
        List<String> events = response.body()
                .lines()
                .filter(line -> !line.isEmpty())
                .map(line -> line.substring("data: ".length()))
                .toList();
        List<JsonNode> chunks =
                events.subList(0, events.size() - 1).stream().map(Client::json).toList();
        StringBuilder text = new StringBuilder();
        chunks.forEach(chunk -> text.append(chunk.at("/choices/0/delta/content").asText("")));

        assertThat(response.headers().firstValue("content-type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
        assertThat(chunks.get(0).at("/choices/0/delta/role").asText()).isEqualTo("assistant");
        assertThat(chunks).allSatisfy(chunk -> {
            assertThat(chunk.path("object").asText()).isEqualTo("chat.completion.chunk");
            assertThat(chunk.path("system_fingerprint").asText()).isEqualTo("rehearsal");
        });
        assertThat(text).hasToString(whole);
        assertThat(chunks.get(chunks.size() - 2).at("/choices/0/finish_reason").asText())
                .isEqualTo("stop");
        assertThat(chunks.get(chunks.size() - 1).path("choices")).isEmpty();
        assertThat(chunks.get(chunks.size() - 1).at("/usage/total_tokens").asInt())
                .isPositive();
        assertThat(events.get(events.size() - 1)).isEqualTo("[DONE]");
    }

    @Test
    void embeddingsAreUnitVectorsInOrderAndBase64HoldsTheSame() {
        String input = "\"model\": \"rehearsal/echo\", \"input\": [\"Calculating averages\", \"Averages\", \"Volume\"]";
        JsonNode numbers = Client.json(client.post("/v1/embeddings", "{" + input + "}"));
        JsonNode packed =
                Client.json(client.post("/v1/embeddings", "{" + input + ", \"encoding_format\": \"base64\"}"));
        float[] first = floats(numbers.at("/data/0/embedding"));
        byte[] bytes = Base64.getDecoder().decode(packed.at("/data/0/embedding").asText());
        float[] unpacked = new float[first.length];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(unpacked);

        assertThat(numbers.at("/data/2/index").asInt()).isEqualTo(2);
        assertThat(cosine(first, first)).isCloseTo(1.0, org.assertj.core.data.Offset.offset(1e-5));
        assertThat(unpacked).isEqualTo(first);
        assertThat(cosine(first, floats(numbers.at("/data/1/embedding"))))
                .isGreaterThan(cosine(first, floats(numbers.at("/data/2/embedding"))) + 0.2);
    }

    @Test
    void embeddingsRefuseWhatTheyCannotDo() {
        for (String body : List.of(
                "{}",
                "{\"input\": []}",
                "{\"input\": [1, 2]}",
                "{\"input\": \"x\", \"dimensions\": 8}",
                "{\"input\": \"x\", \"encoding_format\": \"hex\"}",
                "{\"input\": \"" + "x".repeat(5000) + "\"}")) {
            assertThat(client.post("/v1/embeddings", body).statusCode())
                    .as(body)
                    .isEqualTo(400);
        }
    }

    private static float[] floats(JsonNode numbers) {
        float[] vector = new float[numbers.size()];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = numbers.get(i).floatValue();
        }
        return vector;
    }

    private static double cosine(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    @Test
    void modelsHealthAndVersionSayWhatThisIs() {
        JsonNode model = Client.json(client.get("/v1/models")).at("/data/0");

        assertThat(model.path("id").asText()).isEqualTo("rehearsal/echo");
        assertThat(model.path("owned_by").asText()).isEqualTo("rehearsal");
        assertThat(model.path("max_model_len").asInt()).isEqualTo(1000);
        assertThat(client.get("/health").statusCode()).isEqualTo(200);
        assertThat(client.get("/health").body()).isEmpty();
        assertThat(Client.json(client.get("/version")).path("version").asText()).isEqualTo("rehearsal");
    }

    @Test
    void everyRequestIsInTheJournalEvenARefusedOne() {
        client.post(CHAT, hello(""));
        client.post(CHAT, "{");
        client.get("/health");

        assertThat(server.journal().count()).isEqualTo(3);
        assertThat(server.journal().count("test")).isEqualTo(2);
        assertThat(server.journal().requests())
                .extracting(Journal.ReceivedRequest::path)
                .containsExactly(CHAT, CHAT, "/health");
    }

    @Test
    void twoHundredCallsAtOnceAreAllAnsweredOnce() {
        List<CompletableFuture<HttpResponse<String>>> calls = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            calls.add(client.postLater(CHAT, hello(", \"seed\": " + i), "call-" + i));
        }

        for (int i = 0; i < 200; i++) {
            HttpResponse<String> response = calls.get(i).join();
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(Client.json(response).path("id").asText()).isEqualTo("chatcmpl-call-" + i);
            assertThat(server.journal().count("call-" + i)).isEqualTo(1);
        }
    }
}

package dev.grip.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.JsonValue;
import com.openai.core.http.StreamResponse;
import com.openai.errors.BadRequestException;
import com.openai.errors.NotFoundException;
import com.openai.errors.OpenAIException;
import com.openai.errors.OpenAIServiceException;
import com.openai.errors.UnauthorizedException;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;
import com.openai.models.completions.Completion;
import com.openai.models.completions.CompletionCreateParams;
import com.openai.models.embeddings.CreateEmbeddingResponse;
import com.openai.models.embeddings.Embedding;
import com.openai.models.embeddings.EmbeddingCreateParams;
import com.openai.models.models.Model;
import dev.grip.rehearsal.faults.Effect;
import dev.grip.rehearsal.faults.Effect.Point;
import dev.grip.rehearsal.faults.Fault;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rehearsal seen by OpenAI's own client, which checks every response against its types. */
@Timeout(60)
class OpenAiClientTests {

    private static final String TEXT = "Evaluation Score: 8\nAnswer: True";

    private final RehearsalServer server =
            RehearsalServer.start(Echo.config().withApiKey("key").withMaxModelLength(1000));
    private final OpenAIClient client = client("key");

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    private OpenAIClient client(String key) {
        return OpenAIOkHttpClient.builder()
                .baseUrl(server.url() + "/v1")
                .apiKey(key)
                .maxRetries(0)
                .responseValidation(true)
                .build();
    }

    private static ChatCompletionCreateParams.Builder chat() {
        return ChatCompletionCreateParams.builder().model(Echo.MODEL).addUserMessage(TEXT);
    }

    @Test
    void aChatIsAnswered() {
        ChatCompletion answer = client.chat()
                .completions()
                .create(chat().maxCompletionTokens(100)
                        .putAdditionalBodyProperty("seed", JsonValue.from(7))
                        .temperature(0.0)
                        .build());

        assertThat(answer.model()).isEqualTo(Echo.MODEL);
        assertThat(answer.choices()).hasSize(1);
        assertThat(answer.choices().get(0).message().content()).hasValue(TEXT);
        assertThat(answer.choices().get(0).finishReason().asString()).isEqualTo("stop");
        assertThat(answer.usage()).hasValueSatisfying(usage -> {
            assertThat(usage.totalTokens()).isEqualTo(usage.promptTokens() + usage.completionTokens());
            assertThat(usage.completionTokens()).isPositive();
        });
        assertThat(answer._additionalProperties()).containsKey("prompt_logprobs");
    }

    @Test
    void severalChoicesComeWithTheirIndices() {
        ChatCompletion answer = client.chat().completions().create(chat().n(3).build());

        assertThat(answer.choices()).extracting(ChatCompletion.Choice::index).containsExactly(0L, 1L, 2L);
    }

    @Test
    void logprobsAreRead() {
        ChatCompletion answer = client.chat()
                .completions()
                .create(chat().logprobs(true).topLogprobs(2).build());

        var tokens = answer.choices().get(0).logprobs().orElseThrow().content().orElseThrow();
        assertThat(tokens.stream().map(token -> token.token()).collect(Collectors.joining()))
                .isEqualTo(TEXT);
        assertThat(tokens).allSatisfy(token -> {
            assertThat(token.logprob()).isNegative();
            assertThat(token.topLogprobs()).hasSize(2);
        });
    }

    @Test
    void aStreamGivesTheTextAndThenTheUsage() {
        ChatCompletionCreateParams params = chat().streamOptions(
                        ChatCompletionStreamOptions.builder().includeUsage(true).build())
                .build();
        try (StreamResponse<ChatCompletionChunk> stream =
                client.chat().completions().createStreaming(params)) {
            List<ChatCompletionChunk> chunks = stream.stream().toList();

            assertThat(chunks.stream()
                            .flatMap(chunk -> chunk.choices().stream())
                            .flatMap(choice -> choice.delta().content().stream())
                            .collect(Collectors.joining()))
                    .isEqualTo(TEXT);
            ChatCompletionChunk last = chunks.get(chunks.size() - 1);
            assertThat(last.choices()).isEmpty();
            assertThat(last.usage())
                    .hasValueSatisfying(usage -> assertThat(usage.totalTokens()).isPositive());
            assertThat(chunks.get(chunks.size() - 2).choices().get(0).finishReason())
                    .hasValueSatisfying(reason -> assertThat(reason.asString()).isEqualTo("stop"));
        }
    }

    @Test
    void anErrorInAStreamIsThrown() {
        server.change(config -> config.withFaults(Fault.of(new Effect.ErrorEvent(1))));
        try (StreamResponse<ChatCompletionChunk> stream =
                client.chat().completions().createStreaming(chat().build())) {
            assertThatThrownBy(() -> stream.stream().toList()).isInstanceOf(OpenAIException.class);
        }
    }

    @Test
    void aStreamThatBreaksOffIsThrown() {
        server.change(config -> config.withFaults(Fault.reset(Point.MID_BODY)));
        try (StreamResponse<ChatCompletionChunk> stream =
                client.chat().completions().createStreaming(chat().build())) {
            assertThatThrownBy(() -> stream.stream().toList()).isInstanceOf(OpenAIException.class);
        }
    }

    @Test
    void completionsAreAnswered() {
        Completion answer = client.completions()
                .create(CompletionCreateParams.builder()
                        .model(Echo.MODEL)
                        .prompt(TEXT)
                        .maxTokens(100)
                        .logprobs(1)
                        .build());

        assertThat(answer.choices().get(0).text()).isEqualTo(TEXT);
        assertThat(answer.choices().get(0).finishReason().asString()).isEqualTo("stop");
        assertThat(answer.choices().get(0).logprobs()).isPresent();
    }

    @Test
    void embeddingsAreBase64ByDefaultAndTheSameAsNumbers() {
        EmbeddingCreateParams.Builder params =
                EmbeddingCreateParams.builder().model(Echo.MODEL).inputOfArrayOfStrings(List.of("one", "two"));

        CreateEmbeddingResponse packed = client.embeddings().create(params.build());
        String sent = server.journal().requests().get(0).body();
        CreateEmbeddingResponse numbers = client.embeddings()
                .create(params.encodingFormat(EmbeddingCreateParams.EncodingFormat.FLOAT)
                        .build());

        assertThat(sent).contains("base64");
        assertThat(packed.data()).extracting(Embedding::index).containsExactly(0L, 1L);
        assertThat(packed.data().get(0).embedding()).hasSize(384);
        assertThat(packed.data().get(1).embedding())
                .isEqualTo(numbers.data().get(1).embedding());
    }

    @Test
    void modelsAreListed() {
        List<Model> models = client.models().list().data();

        assertThat(models).extracting(Model::id).containsExactly(Echo.MODEL);
        assertThat(models.get(0).ownedBy()).isEqualTo("rehearsal");
        assertThat(models.get(0)._additionalProperties().get("max_model_len")).isEqualTo(JsonValue.from(1000));
    }

    @ParameterizedTest
    @CsvSource({
        "400, com.openai.errors.BadRequestException",
        "404, com.openai.errors.NotFoundException",
        "422, com.openai.errors.UnprocessableEntityException",
        "429, com.openai.errors.RateLimitException",
        "500, com.openai.errors.InternalServerException",
        "503, com.openai.errors.InternalServerException"
    })
    void aStatusIsItsException(int status, Class<? extends OpenAIServiceException> type) {
        server.change(config -> config.withFaults(Fault.status(status)));

        assertThatThrownBy(() -> client.chat().completions().create(chat().build()))
                .isExactlyInstanceOf(type)
                .hasMessageStartingWith(status + ": ");
        assertThat(server.journal().count()).isEqualTo(1);
    }

    @Test
    void aWrongKeyIsUnauthorizedThoughItsErrorIsAText() {
        OpenAIClient stranger = client("wrong");

        assertThatThrownBy(() -> stranger.models().list()).isInstanceOf(UnauthorizedException.class);
        stranger.close();
    }

    @Test
    void whatTheServerItselfRefusesIsToldApart() {
        assertThatThrownBy(() -> client.chat()
                        .completions()
                        .create(chat().maxCompletionTokens(999).build()))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("maximum context length is 1000 tokens")
                .satisfies(thrown ->
                        assertThat(((BadRequestException) thrown).param()).hasValue("input_tokens"));
        assertThatThrownBy(() ->
                        client.chat().completions().create(chat().model("other").build()))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("The model `other` does not exist.");
    }
}

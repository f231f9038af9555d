package dev.grip.llm.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.grip.llm.Answer;
import dev.grip.llm.ChatMessage;
import dev.grip.llm.ChatModel;
import dev.grip.llm.ChatRequest;
import dev.grip.llm.FailureCategory;
import dev.grip.llm.Sampling;
import dev.grip.llm.ServedModel;
import dev.grip.llm.Usage;
import dev.grip.llm.http.Deadlines;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenAiChatModelTests {

    private static final ChatRequest REQUEST = new ChatRequest(
            "key",
            List.of(ChatMessage.system("Be brief."), ChatMessage.user("Say \\frac{1}{2} ü")),
            new Sampling(0.7, 0.9, 64),
            -42);

    /** Fewer than may fail in a row before nobody is sent to the server. */
    private static final RetryPolicy TWO_ATTEMPTS =
            new RetryPolicy(2, Duration.ofMillis(500), Duration.ofSeconds(30), Duration.ofMinutes(15));

    private final FakeModelServer server = new FakeModelServer();
    private final FakeTempo tempo = new FakeTempo(0.5);
    private final FleetConnection fleet = FleetPolicies.fleet(tempo);

    @AfterEach
    void stop() {
        fleet.close();
        server.close();
    }

    @Test
    void sendsEverythingExplicitlyAndOnce() throws Exception {
        server.answering(200, FakeModelServer.completion("\"½\"", "stop"));

        Answer answer = model(endpoint("sk-secret")).chat(REQUEST);

        assertThat(answer).isEqualTo(new Answer.Complete("½", new Usage(7, 5)));
        assertThat(server.posts()).hasSize(1);
        FakeModelServer.Received post = server.posts().get(0);
        assertThat(post.path()).isEqualTo("/v1/chat/completions");
        assertThat(post.requestId()).isEqualTo("key-1");
        assertThat(post.authorization()).isEqualTo("Bearer sk-secret");
        JsonNode body = new ObjectMapper().readTree(post.body());
        assertThat(body.toString())
                .isEqualTo("{\"model\":\"m\",\"messages\":[{\"role\":\"system\",\"content\":\"Be brief.\"},"
                        + "{\"role\":\"user\",\"content\":\"Say \\\\frac{1}{2} ü\"}],\"temperature\":0.7,\"top_p\":0.9,\"seed\":-42,"
                        + "\"max_tokens\":64,\"stream\":false}");
    }

    @Test
    void aCutAnswerIsTruncated() {
        server.answering(200, FakeModelServer.completion("\"half\"", "length"));
        assertThat(ask()).isEqualTo(new Answer.Truncated("half", new Usage(7, 5)));
    }

    @ParameterizedTest
    @CsvSource({"null,length", "null,stop", "'\"\"',stop", "'\" \\n\"',length"})
    void anAnswerWithoutContentIsEmptyAndItsReasoningIsNotUsed(String content, String finish) {
        server.answering(200, FakeModelServer.completion(content, finish));
        assertThat(ask()).isEqualTo(new Answer.Empty(new Usage(7, 5)));
        assertThat(server.posts()).hasSize(1);
    }

    @Test
    void anAbortedAnswerIsAskedForAgain() {
        server.answering(200, FakeModelServer.completion("\"par\"", "abort"))
                .answering(200, FakeModelServer.completion("\"whole\"", "stop"));
        assertThat(ask().text()).isEqualTo("whole");
        assertThat(server.requestIds()).containsExactly("key-1", "key-2");
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 504})
    void aServerErrorIsRetriedAfterAJitteredPause(int status) {
        server.answering(status, "{\"error\":{\"message\":\"engine\",\"type\":\"x\",\"param\":null,\"code\":500}}");

        Answer.Failed failed;
        try (FleetConnection other = FleetPolicies.fleet(TWO_ATTEMPTS, tempo)) {
            failed = (Answer.Failed) other.chatModel(endpoint(null)).chat(REQUEST);
        }

        assertThat(failed.category()).isEqualTo(FailureCategory.SERVER_ERROR);
        assertThat(failed.message())
                .startsWith("model server " + server.url() + " (judge qwen): HTTP " + status + ", engine; ");
        assertThat(server.requestIds()).containsExactly("key-1", "key-2");
        assertThat(tempo.pauses()).containsExactly(Duration.ofMillis(250));
    }

    @Test
    void anErrorInASuccessfulReplyIsAServerError() {
        server.answering(200, "{\"error\":{\"message\":\"broke midway\",\"code\":500}}")
                .answering(200, FakeModelServer.completion("\"ok\"", "stop"));
        assertThat(ask().complete()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    400 | {"error":{"message":"temperature must be positive","type":"BadRequestError","code":400}}         | BAD_REQUEST  | temperature must be positive
                    400 | {"object":"error","message":"flat shape","type":"BadRequestError","param":null,"code":400}       | BAD_REQUEST  | flat shape
                    400 | {"error":{"message":"This model's maximum context length is 10 tokens. However","code":400}}     | TOO_LONG     | max_tokens
                    400 | {"error":{"message":"You passed 9 input tokens","param":"input_tokens","code":400}}              | TOO_LONG     | max_tokens
                    400 | {"error":{"message":"nope","code":"context_length_exceeded"}}                                    | TOO_LONG     | max_tokens
                    401 | {"error":"Unauthorized"}                                                                         | UNAUTHORIZED | api-key of models.judges
                    403 | <html>Forbidden</html>                                                                           | UNAUTHORIZED | <html>Forbidden</html>
                    422 | {"detail":"media"}                                                                               | BAD_REQUEST  | media
                    501 | {"error":{"message":"not implemented"}}                                                          | BAD_REQUEST  | not implemented
                    308 | moved                                                                                            | BAD_REQUEST  | it redirects to http://other/v1
                    """)
    void whatWouldFailAgainIsSentOnce(int status, String body, FailureCategory category, String says) {
        server.answering(status, body, Map.of("Location", "http://other/v1"));

        Answer.Failed failed = failed();

        assertThat(failed.category()).isEqualTo(category);
        assertThat(failed.message()).contains(says).doesNotContain("\n");
        assertThat(server.posts()).hasSize(1);
        assertThat(tempo.pauses()).isEmpty();
    }

    @Test
    void aWrongModelNameIsAnsweredWithTheNamesTheServerHas() {
        server.answering(
                        404,
                        "{\"error\":{\"message\":\"The model `m` does not exist.\",\"param\":\"model\",\"code\":404}}")
                .listing(200, FakeModelServer.models("qwen2.5-math", "vllm"));

        Answer.Failed failed = failed();

        assertThat(failed.category()).isEqualTo(FailureCategory.UNKNOWN_MODEL);
        assertThat(failed.message())
                .isEqualTo("model server " + server.url() + " (judge qwen): HTTP 404, The model `m` does not exist.;"
                        + " the server has 'qwen2.5-math', set model to one of these");
        assertThat(server.posts()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void aBusyServerIsWaitedForWithoutUsingAttempts(int status) {
        for (int i = 0; i < 9; i++) {
            server.answering(status, "busy", Map.of("Retry-After", "2"));
        }
        server.answering(200, FakeModelServer.completion("\"at last\"", "stop"));

        assertThat(ask().text()).isEqualTo("at last");
        assertThat(server.posts()).hasSize(10);
        assertThat(tempo.pauses().get(0)).isEqualTo(Duration.ofMillis(2250));
    }

    @Test
    void waitingForABusyServerEndsWithTheAgeOfTheCall() {
        server.answering(503, "<html>no upstream</html>", Map.of("Retry-After", "99999"));

        Answer.Failed failed = failed();

        assertThat(failed.category()).isEqualTo(FailureCategory.OVERLOADED);
        assertThat(tempo.pauses()).allMatch(pause -> pause.compareTo(Duration.ofSeconds(60)) <= 0);
        assertThat(Duration.ofNanos(tempo.nanoTime())).isLessThanOrEqualTo(RetryPolicy.DEFAULT.patience());
    }

    @Test
    void aReplyThatAsksForAnImmediateRepeatIsNotRepeatedBehindOurBack() {
        server.answering(503, "busy", Map.of("Retry-After", "0"))
                .answering(200, FakeModelServer.completion("\"ok\"", "stop"));
        assertThat(ask().complete()).isTrue();
        assertThat(server.requestIds()).containsExactly("key-1", "key-2");
    }

    @Test
    void aPageFromAProxyIsMalformed() {
        server.answering(200, "<html>\n<h1>Welcome</h1></html>");
        assertThat(malformed().raw()).isEqualTo("<html>\n<h1>Welcome</h1></html>");
        assertThat(malformed().message()).contains("not JSON: <html> <h1>Welcome</h1></html>");
    }

    @Test
    void aHugeErrorPageIsCutAndAHugeAnswerRefused() {
        server.answering(502, "x".repeat(1 << 20))
                .answering(200, FakeModelServer.completion('"' + "y".repeat(17 << 20) + '"', "stop"));
        assertThat(malformed().message()).contains("larger than 16 MB").hasSizeLessThan(1000);
        assertThat(server.posts()).hasSize(2);
    }

    @Test
    void aServerThatIsAwayIsWaitedForAsLongAsPatienceLasts() {
        server.close();
        RetryPolicy impatient =
                new RetryPolicy(4, Duration.ofMillis(500), Duration.ofSeconds(30), Duration.ofMillis(600));
        try (FleetConnection other = FleetPolicies.fleet(impatient, tempo)) {
            Answer answer = other.chatModel(endpoint(null)).chat(REQUEST);
            assertThat(answer.failure()).contains(FailureCategory.UNREACHABLE);
            assertThat(((Answer.Failed) answer).message())
                    .contains(server.url(), "(judge qwen): cannot connect", "start it");
            assertThat(tempo.pauses()).hasSize(1);
        }
    }

    @Test
    void anAnswerThatDoesNotComeIsATimeoutAndTriedOnceMore() throws Exception {
        // A first call loads what later ones only use, so that the short timeout is spent on waiting for the answer.
        server.answering(200, FakeModelServer.completion("\"ok\"", "stop"));
        assertThat(ask().complete()).isTrue();
        CountDownLatch arrived = new CountDownLatch(2);
        CountDownLatch never = new CountDownLatch(1);
        server.beforeAnswer(() -> {
            arrived.countDown();
            await(never);
        });

        Endpoint slow = new Endpoint(
                Role.JUDGE,
                "qwen",
                List.of(EndpointUrl.normalise(server.url())),
                "m",
                null,
                1,
                4,
                Deadlines.of(Duration.ofSeconds(2)));
        Answer answer = model(slow).chat(REQUEST);

        assertThat(answer.failure()).contains(FailureCategory.TIMEOUT);
        assertThat(((Answer.Failed) answer).message()).contains("did not send an answer within 2.0 s");
        assertThat(arrived.await(60, TimeUnit.SECONDS)).isTrue();
        assertThat(server.requestIds()).containsExactlyInAnyOrder("key-1", "key-1", "key-2");
        never.countDown();
    }

    @Test
    void anInterruptEndsACallAtOnce() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        server.answering(200, "").beforeAnswer(() -> {
            arrived.countDown();
            await(never);
        });
        List<Answer> answers = new CopyOnWriteArrayList<>();
        Thread caller = new Thread(() -> answers.add(ask()));
        caller.start();
        arrived.await();
        caller.interrupt();
        caller.join();
        assertThat(answers).extracting(Answer::outcome).containsExactly("cancelled");
        never.countDown();
    }

    @Test
    void neverMoreCallsAreOutThanAllowed() {
        server.answering(200, FakeModelServer.completion("\"ok\"", "stop"));
        Endpoint narrow = new Endpoint(
                Role.JUDGE,
                "qwen",
                List.of(EndpointUrl.normalise(server.url())),
                "m",
                null,
                1,
                3,
                Deadlines.of(Duration.ofMinutes(2)));
        ChatModel model = model(narrow);
        List<Thread> callers = IntStream.range(0, 24)
                .mapToObj(i -> new Thread(() -> model.chat(REQUEST)))
                .toList();
        callers.forEach(Thread::start);
        callers.forEach(OpenAiChatModelTests::join);
        assertThat(server.posts()).hasSize(24);
        // One look at /v1/models may be under way beside the three calls.
        assertThat(server.mostOpen()).isBetween(1, 4);
    }

    @Test
    void theTallyCountsCallsAttemptsTokensAndFailures() {
        server.answering(500, "")
                .answering(200, FakeModelServer.completion("\"ok\"", "stop"))
                .answering(400, "no");
        ChatModel model = model(endpoint(null));
        model.chat(REQUEST);
        model.chat(REQUEST);
        assertThat(fleet.tally().snapshot())
                .containsExactly(new ModelCalls(
                        Role.JUDGE,
                        "m",
                        "",
                        2,
                        3,
                        Map.of("complete", 1L, "bad_request", 1L),
                        Map.of(FailureCategory.SERVER_ERROR, 1L),
                        7,
                        5,
                        0,
                        Map.of(),
                        0));
    }

    @Test
    void simulatedAnswersAreRecognisedByTheirFingerprint() {
        String simulated = FakeModelServer.completion("\"ok\"", "stop")
                .replace("\"system_fingerprint\":null", "\"system_fingerprint\":\"rehearsal\"");
        server.answering(200, simulated);
        ChatModel model = model(endpoint(null));
        assertThat(model.served().rehearsal()).isFalse();
        model.chat(REQUEST);
        assertThat(model.served())
                .isEqualTo(new ServedModel("judge", "m", EndpointUrl.normalise(server.url()), 1, true));
    }

    @Test
    void simulatedAnswersAreRecognisedByTheirOwnerEvenIfTheServerWasNeverProbed() {
        server.answering(200, FakeModelServer.completion("\"ok\"", "stop"))
                .listing(200, FakeModelServer.models("m", "rehearsal"));
        ChatModel model = model(endpoint(null));
        model.chat(REQUEST);
        assertThat(model.served().rehearsal()).isTrue();
    }

    private Answer ask() {
        return model(endpoint(null)).chat(REQUEST);
    }

    private Answer.Failed failed() {
        Answer answer = ask();
        assertThat(answer).isInstanceOf(Answer.Failed.class);
        return (Answer.Failed) answer;
    }

    private Answer.Malformed malformed() {
        Answer answer = ask();
        assertThat(answer).isInstanceOf(Answer.Malformed.class);
        return (Answer.Malformed) answer;
    }

    private ChatModel model(Endpoint endpoint) {
        return fleet.chatModel(endpoint);
    }

    private Endpoint endpoint(@Nullable String apiKey) {
        return new Endpoint(
                Role.JUDGE,
                "qwen",
                List.of(EndpointUrl.normalise(server.url())),
                "m",
                apiKey,
                1.0,
                8,
                Deadlines.of(Duration.ofMinutes(2)));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

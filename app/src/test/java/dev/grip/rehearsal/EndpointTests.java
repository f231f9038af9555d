package dev.grip.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grip.rehearsal.WireOptions.ContextError;
import dev.grip.rehearsal.WireOptions.ErrorFormat;
import dev.grip.rehearsal.WireOptions.MetricNames;
import dev.grip.rehearsal.WireOptions.Reasoning;
import dev.grip.rehearsal.engine.EngineConfig;
import dev.grip.rehearsal.engine.Latency;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The endpoints and the switches of the wire format, on real sockets. */
@Timeout(60)
class EndpointTests {

    private final RehearsalServer server = RehearsalServer.start(Echo.config().withMaxModelLength(1000));
    private final Client client = new Client(server.url());

    @AfterEach
    void close() {
        server.close();
    }

    private void wire(UnaryOperator<WireOptions> change) {
        server.change(config -> config.withWire(change.apply(config.wire())));
    }

    private JsonNode chat(String text, String more) {
        return Client.json(client.post(Echo.CHAT, Echo.call(text, more)));
    }

    @Test
    void unknownFieldsAreIgnoredAlsoTheOnesThatWereRemoved() {
        JsonNode answer = chat("hello", ",\"guided_choice\":[\"a\",\"b\"],\"no_such_field\":{\"x\":1},\"top_k\":5");

        assertThat(answer.at("/choices/0/message/content").asText()).isEqualTo("hello");
    }

    @Test
    void aPriorityIsRefusedUnlessItIsZero() {
        assertThat(chat("x", ",\"priority\":0").has("choices")).isTrue();
        assertThat(chat("x", ",\"priority\":3").at("/error/message").asText())
                .contains("Priority scheduling is not enabled");
    }

    @Test
    void theCurrentNameOfMaxTokensWins() {
        JsonNode answer = chat("Hello, world", ",\"max_tokens\":1,\"max_completion_tokens\":2");

        assertThat(answer.at("/choices/0/message/content").asText()).isEqualTo("Hello, w");
    }

    @Test
    void withIgnoreEosAnAnswerFillsItsBudget() {
        JsonNode answer = chat("word", ",\"ignore_eos\":true,\"max_tokens\":100");

        assertThat(answer.at("/usage/completion_tokens").asInt()).isEqualTo(100);
        assertThat(answer.at("/choices/0/finish_reason").asText()).isEqualTo("length");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            REQUESTED_OUTPUT | This model's maximum context length is 1000 tokens. However, you requested 999 output tokens and your prompt contains 5 input tokens. | input_tokens
            PASSED_INPUT     | You passed 5 input tokens and requested 999 output tokens. However, the model's context length is only 1000 tokens, resulting in a maximum input length of 1 tokens. | input_tokens
            IN_THE_MESSAGES  | This model's maximum context length is 1000 tokens. However, you requested 1004 tokens (5 in the messages, 999 in the completion). | null
            """)
    void aCallThatIsTooLongIsRefusedInTheWordsOfAVersion(ContextError version, String words, String param) {
        wire(options -> options.withContextError(version));

        HttpResponse<String> response = client.post(Echo.CHAT, Echo.call("x", ",\"max_tokens\":999"));

        assertThat(response.statusCode()).isEqualTo(400);
        JsonNode error = Client.json(response).path("error");
        assertThat(error.path("message").asText()).startsWith(words);
        assertThat(error.path("param").asText("null")).isEqualTo(param);
    }

    @Test
    void errorsMayHaveTheOlderFlatShape() {
        wire(options -> options.withErrors(ErrorFormat.FLAT));

        JsonNode error = Client.json(client.post(Echo.CHAT, "{\"model\":\"other\"}"));

        assertThat(error.path("object").asText()).isEqualTo("error");
        assertThat(error.path("code").asInt()).isEqualTo(404);
        assertThat(error.path("message").asText()).isEqualTo("The model `other` does not exist.");
    }

    @Test
    void aKeyGuardsOnlyV1AndItsErrorIsAText() {
        server.change(config -> config.withApiKey("secret"));

        HttpResponse<String> without = client.post(Echo.CHAT, Echo.call("x"));
        HttpResponse<String> with = client.postWith(Echo.CHAT, Echo.call("x"), "Authorization", "Bearer secret");

        assertThat(without.statusCode()).isEqualTo(401);
        assertThat(Client.json(without).path("error").asText()).isEqualTo("Unauthorized");
        assertThat(with.statusCode()).isEqualTo(200);
        assertThat(client.get("/v1/models").statusCode()).isEqualTo(401);
        for (String open : List.of("/health", "/ping", "/metrics", "/version", "/load")) {
            assertThat(client.get(open).statusCode()).as(open).isEqualTo(200);
        }
        assertThat(client.post("/tokenize", "{\"prompt\":\"x\"}").statusCode()).isEqualTo(200);
    }

    @Test
    void logprobsHaveATokenForEveryValueAndAlternativesInItsPlace() {
        String text = "Evaluation Score: 8\nAnswer: True";
        JsonNode answer = chat(text, ",\"logprobs\":true,\"top_logprobs\":3,\"seed\":1");
        JsonNode content = answer.at("/choices/0/logprobs/content");

        StringBuilder said = new StringBuilder();
        List<String> tokens = new ArrayList<>();
        content.forEach(token -> {
            said.append(token.path("token").asText());
            tokens.add(token.path("token").asText());
            assertThat(token.path("logprob").asDouble()).isNegative();
            assertThat(token.path("bytes")).hasSize(token.path("token").asText().length());
            assertThat(token.path("top_logprobs")).hasSize(3);
            assertThat(token.at("/top_logprobs/0/token").asText())
                    .isEqualTo(token.path("token").asText());
            assertThat(mass(token)).isLessThanOrEqualTo(1.0);
        });
        assertThat(said).hasToString(text);
        assertThat(content).hasSize(answer.at("/usage/completion_tokens").asInt());
        assertThat(tokens).contains("8", " True");
        assertThat(content.get(tokens.indexOf(" True"))
                        .at("/top_logprobs/1/token")
                        .asText())
                .isEqualTo(" False");
        assertThat(content.get(tokens.indexOf("8")).at("/top_logprobs/1/token").asText())
                .isEqualTo("9");
        assertThat(chat(text, ",\"logprobs\":true,\"top_logprobs\":3,\"seed\":1")
                        .path("choices"))
                .isEqualTo(answer.path("choices"));
    }

    private static double mass(JsonNode token) {
        double mass = 0;
        for (JsonNode one : token.path("top_logprobs")) {
            mass += Math.exp(one.path("logprob").asDouble());
        }
        return mass;
    }

    @Test
    void aStreamHasTheLogprobsOfEachPiece() {
        String body = client.post(Echo.CHAT, Echo.call("Answer: True", ",\"stream\":true,\"logprobs\":true"))
                .body();

        StringBuilder tokens = new StringBuilder();
        Sse.events(body).forEach(event -> event.at("/choices/0/logprobs/content")
                .forEach(token -> tokens.append(token.path("token").asText())));
        assertThat(tokens).hasToString("Answer: True");
    }

    @Test
    void thinkingGoesWhereTheServerPutsIt() {
        String text = "<think>\nFirst, 2 + 2.\n</think>\n\nIt is 4.";

        assertThat(chat(text, "").at("/choices/0/message/content").asText()).isEqualTo(text);
        wire(options -> options.withReasoning(Reasoning.REASONING));
        JsonNode now = chat(text, "");
        wire(options -> options.withReasoning(Reasoning.REASONING_CONTENT));
        JsonNode legacy = chat(text, "");
        String stream = client.post(Echo.CHAT, Echo.stream(text)).body();

        assertThat(now.at("/choices/0/message/content").asText()).isEqualTo("It is 4.");
        assertThat(now.at("/choices/0/message/reasoning").asText()).isEqualTo("First, 2 + 2.\n");
        assertThat(now.at("/usage/completion_tokens_details/reasoning_tokens").asInt())
                .isPositive();
        assertThat(legacy.at("/choices/0/message/reasoning_content").asText()).isEqualTo("First, 2 + 2.\n");
        assertThat(legacy.at("/choices/0/message").has("reasoning")).isFalse();
        assertThat(Sse.joined(stream, "reasoning_content")).isEqualTo("First, 2 + 2.\n");
        assertThat(Sse.joined(stream, "content")).isEqualTo("It is 4.");
    }

    @Test
    void contentIsNullWhenTheBudgetRanOutWhileThinking() {
        wire(options -> options.withReasoning(Reasoning.REASONING));

        JsonNode choice = chat("<think>\nlet me think about this for long", ",\"max_tokens\":5")
                .at("/choices/0");

        assertThat(choice.at("/message/content").isNull()).isTrue();
        assertThat(choice.at("/message/reasoning").asText()).isNotEmpty();
        assertThat(choice.path("finish_reason").asText()).isEqualTo("length");
    }

    @Test
    void usageSaysWhatWasCachedOnlyIfSwitchedOn() {
        String prompt = "The same long beginning of every prompt, again and again. ".repeat(10);
        assertThat(chat(prompt, "").at("/usage/prompt_tokens_details").isNull()).isTrue();

        wire(options -> options.withPromptTokensDetails(true));

        assertThat(chat(prompt, "")
                        .at("/usage/prompt_tokens_details/cached_tokens")
                        .asInt())
                .isGreaterThan(100);
        assertThat(client.get("/metrics").body()).doesNotContainPattern("prefix_cache_hits_total\\{[^}]*} 0.0");
    }

    @Test
    void aSaltKeepsPrefixesApart() {
        wire(options -> options.withPromptTokensDetails(true));
        String prompt = "The same long beginning of every prompt, again and again. ".repeat(10);
        chat(prompt, ",\"cache_salt\":\"a\"");

        assertThat(chat(prompt, ",\"cache_salt\":\"b\"")
                        .at("/usage/prompt_tokens_details/cached_tokens")
                        .asInt())
                .isZero();
    }

    @Test
    void aStreamHasAsManyTokensInAnEventAsAskedFor() {
        String text = "x".repeat(400);

        assertThat(Sse.events(client.post(Echo.CHAT, Echo.stream(text)).body())).hasSize(1 + 1 + 25 + 1);
        assertThat(Sse.events(client.post(Echo.CHAT, Echo.call(text, ",\"stream\":true,\"stream_interval\":20"))
                        .body()))
                .hasSize(1 + 1 + 5 + 1);
    }

    @Test
    void aStreamMaySayAllAlongHowManyTokensThereAre() {
        String options = ",\"stream\":true,\"stream_options\":{\"continuous_usage_stats\":true}";
        List<Integer> tokens = new ArrayList<>();
        Sse.events(client.post(Echo.CHAT, Echo.call("x".repeat(40), options)).body())
                .forEach(
                        event -> tokens.add(event.at("/usage/completion_tokens").asInt(-1)));

        assertThat(tokens).containsExactly(-1, 1, 4, 8, 10, -1);
    }

    @Test
    void anAnswerIsCalledAfterTheHeaderOrElseTheField() {
        assertThat(chat("x", ",\"request_id\":\"field\"").path("id").asText()).isEqualTo("chatcmpl-test");
        try (RawConnection connection = new RawConnection(server.url())) {
            String body = Echo.call("x", ",\"request_id\":\"field\"");
            connection.send(
                    "POST " + Echo.CHAT + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: "
                            + body.length() + "\r\n\r\n" + body);

            connection.readUntil("\"id\":\"chatcmpl-field\"");
        }
    }

    @Test
    void theChoicesOfAStreamComeInTurns() {
        String body = client.post(Echo.CHAT, Echo.call("x".repeat(40), ",\"stream\":true,\"n\":2"))
                .body();
        List<Integer> order = new ArrayList<>();
        Sse.events(body).forEach(event -> order.add(event.at("/choices/0/index").asInt()));

        assertThat(order).hasSize(2 + 2 * 4 + 2);
        assertThat(order.subList(2, 8)).containsExactly(0, 1, 0, 1, 0, 1);
    }

    @Test
    void nChoicesTakeNSlots() {
        server.change(
                config -> config.withEngine(EngineConfig.slots(2)).withLatency(Latency.fixed(Duration.ofHours(1))));
        CompletableFuture<HttpResponse<String>> call = client.postLater(Echo.CHAT, Echo.call("x", ",\"n\":5"), "five");
        Until.holds("they are there", () -> server.journal().mostAtOnce() == 5);

        assertThat(client.get("/metrics").body())
                .containsPattern("num_requests_running\\{[^}]*} 2.0")
                .containsPattern("num_requests_waiting\\{[^}]*} 3.0");
        server.change(config -> config.withLatency(Latency.INSTANT));
        assertThat(Client.json(call.join()).path("choices")).hasSize(5);
    }

    @Test
    void aWaitingStreamIsKeptAliveByCommentsIfSwitchedOn() {
        wire(options -> options.withComments(Duration.ofMillis(5)));
        server.change(config -> config.withLatency(Latency.fixed(Duration.ofHours(1))));
        try (RawConnection connection = new RawConnection(server.url()).post(Echo.CHAT, "x", Echo.stream("hello"))) {
            connection.readUntil(": keep-alive\n\n\r\ne\r\n: keep-alive\n\n");
            server.change(config -> config.withLatency(Latency.INSTANT));

            connection.readUntil("data: [DONE]");
        }
    }

    @Test
    void anIdleConnectionIsClosedLikeUvicornsOnlyAfterAnAnswer() {
        wire(options -> options.withKeepAlive(Duration.ofMillis(30)));
        try (RawConnection fresh = new RawConnection(server.url());
                RawConnection used = new RawConnection(server.url())) {
            used.send("GET /health HTTP/1.1\r\nHost: x\r\n\r\n").readUntil("\r\n\r\n");

            assertThat(used.readToEnd()).isEqualTo(RawConnection.End.FIN);
            assertThat(used.text()).startsWith("HTTP/1.1 200").doesNotContainIgnoringCase("connection: close");

            // The one that has not asked yet is still there.
            assertThat(fresh.send("GET /version HTTP/1.1\r\nHost: x\r\n\r\n").readUntil("rehearsal"))
                    .startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void pipelinedRequestsAreAnsweredInOrder() {
        try (RawConnection connection = new RawConnection(server.url())) {
            for (int i = 0; i < 20; i++) {
                connection.post(Echo.CHAT, "p" + i, Echo.call("hello"));
            }
            String text = connection.readUntil("chatcmpl-p19");

            for (int i = 1; i < 20; i++) {
                assertThat(text.indexOf("chatcmpl-p" + i + "\""))
                        .isGreaterThan(text.indexOf("chatcmpl-p" + (i - 1) + "\""));
            }
        }
    }

    @Test
    void completionsAnswerOnePromptOrSeveral() {
        JsonNode one = completion("{\"prompt\":\"Hello, world\",\"max_tokens\":50}");
        JsonNode several = completion("{\"prompt\":[\"first\",\"second\"],\"n\":2,\"echo\":true,\"logprobs\":1}");
        JsonNode cut = completion("{\"prompt\":\"" + "x".repeat(400) + "\"}");

        assertThat(one.path("object").asText()).isEqualTo("text_completion");
        assertThat(one.path("id").asText()).isEqualTo("cmpl-test");
        assertThat(one.path("system_fingerprint").asText()).isEqualTo("rehearsal");
        assertThat(one.at("/choices/0/text").asText()).isEqualTo("Hello, world");
        assertThat(one.at("/choices/0/finish_reason").asText()).isEqualTo("stop");
        assertThat(several.path("choices")).hasSize(4);
        assertThat(several.at("/choices/3/index").asInt()).isEqualTo(3);
        assertThat(several.at("/choices/0/text").asText()).isEqualTo("firstfirst");
        assertThat(several.at("/choices/2/text").asText()).isEqualTo("secondsecond");
        assertThat(several.at("/choices/0/logprobs/tokens")).isNotEmpty();
        assertThat(several.at("/choices/0/logprobs/token_logprobs"))
                .hasSameSizeAs(several.at("/choices/0/logprobs/tokens"));
        assertThat(cut.at("/usage/completion_tokens").asInt()).isEqualTo(16);
        assertThat(cut.at("/choices/0/finish_reason").asText()).isEqualTo("length");
    }

    @Test
    void completionsStreamTheSameText() {
        String body = client.post(
                        "/v1/completions",
                        "{\"prompt\":\"Hello, world\",\"stream\":true,\"stream_options\":{\"include_usage\":true}}")
                .body();
        StringBuilder text = new StringBuilder();
        Sse.events(body)
                .forEach(event -> text.append(event.at("/choices/0/text").asText("")));

        assertThat(text).hasToString("Hello, world");
        assertThat(body).endsWith("data: [DONE]\n\n").contains("\"total_tokens\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            {}                        | prompt
            {"prompt": []}            | prompt
            {"prompt": "x", "n": 0}   | n
            {"prompt": "x", "max_tokens": 1000} | input_tokens
            """)
    void completionsRefuseNamingTheField(String body, String param) {
        HttpResponse<String> response = client.post("/v1/completions", body);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Client.json(response).at("/error/param").asText()).isEqualTo(param);
    }

    private JsonNode completion(String body) {
        return Client.json(client.post("/v1/completions", body));
    }

    @Test
    void tokenizeCountsAsUsageDoes() {
        JsonNode prompt = Client.json(client.post("/tokenize", "{\"prompt\":\"Hello, world 12\"}"));
        JsonNode messages = Client.json(
                client.post("/tokenize", "{\"messages\":[{\"role\":\"user\",\"content\":\"Hello, world 12\"}]}"));

        assertThat(prompt.path("max_model_len").asInt()).isEqualTo(1000);
        assertThat(prompt.path("tokens")).hasSize(prompt.path("count").asInt());
        assertThat(messages.path("count").asInt())
                .isEqualTo(
                        chat("Hello, world 12", "").at("/usage/prompt_tokens").asInt());
        assertThat(messages.path("tokens")).hasSize(messages.path("count").asInt());
    }

    @Test
    void scoresAndRanksSayWhatIsAlike() {
        JsonNode scores = Client.json(client.post(
                "/v1/score", "{\"text_1\":\"area of a circle\",\"text_2\":[\"area of circles\",\"prime numbers\"]}"));
        JsonNode ranks = Client.json(client.post(
                "/v1/rerank",
                "{\"query\":\"area of a circle\",\"documents\":[\"prime numbers\",\"area of circles\"],\"top_n\":1}"));

        assertThat(scores.at("/data/0/score").asDouble())
                .isBetween(scores.at("/data/1/score").asDouble() + 0.2, 1.0);
        assertThat(scores.at("/data/1/index").asInt()).isEqualTo(1);
        assertThat(ranks.path("results")).hasSize(1);
        assertThat(ranks.at("/results/0/index").asInt()).isEqualTo(1);
        assertThat(ranks.at("/results/0/document/text").asText()).isEqualTo("area of circles");
        assertThat(client.post("/v1/score", "{\"text_1\":[\"a\",\"b\"],\"text_2\":[\"a\",\"b\",\"c\"]}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void tooMuchWaitingIs503InTheWordsOfNewVersionsWithoutRetryAfter() {
        server.change(config -> config.withEngine(EngineConfig.slots(1))
                .withLatency(Latency.fixed(Duration.ofHours(1)))
                .withOverload(Overload.busyAbove(2)));
        List<CompletableFuture<HttpResponse<String>>> taken = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            taken.add(client.postLater(Echo.CHAT, Echo.call("x"), "taken"));
        }
        Until.holds("they are there", () -> server.journal().mostAtOnce() == 3);

        HttpResponse<String> refused = client.post(Echo.CHAT, Echo.call("x"));

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).isEmpty();
        assertThat(Client.json(refused).at("/error/message").asText())
                .isEqualTo("The engine is currently busy and cannot accept new requests."
                        + " Please try again later or on a different instance.");
        server.change(config -> config.withOverload(Overload.busyAboveTokens(10)));
        assertThat(client.post(Echo.CHAT, Echo.call("x")).body()).contains("prefill token backlog limit");
        server.change(config -> config.withLatency(Latency.INSTANT));
        taken.forEach(call -> assertThat(call.join().statusCode()).isEqualTo(200));
    }

    @Test
    void aGatewayAnswers429WithRetryAfter() {
        server.change(config -> config.withLatency(Latency.fixed(Duration.ofHours(1)))
                .withOverload(Overload.gateway(1, Duration.ofSeconds(3))));
        CompletableFuture<HttpResponse<String>> taken = client.postLater(Echo.CHAT, Echo.call("x"), "taken");
        Until.holds("it is there", () -> server.journal().mostAtOnce() == 1);

        HttpResponse<String> refused = client.post(Echo.CHAT, Echo.call("x"));

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("3");
        server.change(config -> config.withLatency(Latency.INSTANT));
        assertThat(taken.join().statusCode()).isEqualTo(200);
    }

    @Test
    void metricsHaveTheNamesOfTheVersion() {
        client.post(Echo.CHAT, Echo.call("hello"));
        String current = client.get("/metrics").body();
        wire(options -> options.withMetrics(MetricNames.OLDER));
        String older = client.get("/metrics").body();
        wire(options -> options.withMetrics(MetricNames.SGLANG));
        String sglang = client.get("/metrics").body();
        wire(options -> options.withMetrics(MetricNames.MISSING));

        assertThat(current.lines().filter(line -> line.startsWith("# TYPE")).map(line -> line.split(" ", -1)[2]))
                .containsExactly(
                        "vllm:num_requests_running",
                        "vllm:num_requests_waiting",
                        "vllm:kv_cache_usage_perc",
                        "vllm:num_preemptions_total",
                        "vllm:prefix_cache_queries_total",
                        "vllm:prefix_cache_hits_total",
                        "vllm:prompt_tokens_total",
                        "vllm:generation_tokens_total",
                        "vllm:request_success_total",
                        "vllm:time_to_first_token_seconds",
                        "vllm:request_queue_time_seconds",
                        "vllm:cache_config_info");
        assertThat(current)
                .contains("vllm:prompt_tokens_total{engine=\"0\",model_name=\"rehearsal/echo\"} 6.0\n")
                .contains("vllm:generation_tokens_total{engine=\"0\",model_name=\"rehearsal/echo\"} 2.0\n")
                .contains(
                        "vllm:time_to_first_token_seconds_bucket{engine=\"0\",model_name=\"rehearsal/echo\",le=\"+Inf\"} 1.0\n")
                .containsPattern("vllm:cache_config_info\\{block_size=\"16\",.*num_gpu_blocks=\"\\d+\"} 1.0");
        assertThat(older).contains("vllm:gpu_cache_usage_perc{").doesNotContain("kv_cache_usage_perc");
        assertThat(sglang).contains("sglang:num_running_reqs{").doesNotContain("vllm:");
        assertThat(client.get("/metrics").statusCode()).isEqualTo(404);
    }
}

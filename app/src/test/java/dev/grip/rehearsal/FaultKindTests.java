package dev.grip.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.grip.rehearsal.RawConnection.End;
import dev.grip.rehearsal.engine.Latency;
import dev.grip.rehearsal.faults.Effect;
import dev.grip.rehearsal.faults.Effect.Point;
import dev.grip.rehearsal.faults.Fault;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each kind of fault does, seen from a socket. */
@Timeout(60)
class FaultKindTests {

    private static final String TEXT = "The answer is 42, and that is all there is to say about it.";

    private final RehearsalServer server = RehearsalServer.start(Echo.config());
    private final Client client = new Client(server.url());

    @AfterEach
    void close() {
        server.close();
    }

    private void faults(Fault... faults) {
        server.change(config -> config.withFaults(faults));
    }

    private RawConnection posted(String body) {
        return new RawConnection(server.url()).post(Echo.CHAT, "x", body);
    }

    private Journal.ReceivedRequest only() {
        return server.journal().requests().get(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            status; status=400               | 400 | application/json | {"error":{"message":"Bad Request","type":"BadRequestError","param":null,"code":400}}
            status; status=401               | 401 | application/json | {"error":"Unauthorized"}
            status; status=404               | 404 | application/json | {"error":{"message":"Not Found","type":"Not Found","param":null,"code":404}}
            status; status=422               | 422 | application/json | {"error":{"message":"Unprocessable Entity"
            status; status=429               | 429 | application/json | {"error":{"message":"Rate limit
            status; status=500               | 500 | application/json | {"error":{"message":"Internal server error"
            status; status=501               | 501 | application/json | {"error":{"message":"Not Implemented"
            status; status=503               | 503 | application/json | The engine is currently busy and cannot accept new requests.
            status; status=500; shape=flat   | 500 | application/json | {"object":"error","message":"Internal server error"
            status; status=500; shape=text; message=boom | 500 | text/plain; charset=utf-8 | boom
            status; status=502; shape=html   | 502 | text/html | <center><h1>502 Bad Gateway</h1></center>
            """)
    void aStatusComesInTheShapeAskedForByHeader(String header, int status, String type, String words) {
        HttpResponse<String> response = client.postWith(Echo.CHAT, Echo.call(TEXT), "X-Rehearsal-Fault", header);

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue(type);
        assertThat(response.body()).contains(words);
        assertThat(only().fault()).isEqualTo("status");
        assertThat(only().status()).isEqualTo(status);
        assertThat(only().end()).isEqualTo(Journal.End.ANSWERED);
    }

    @Test
    void aStatusMaySayWhenToRetryAndBeHuge() {
        Effect.Status status =
                Effect.Status.of(429).withRetryAfter(Duration.ofSeconds(7)).withSize(3_000_000);
        faults(Fault.of(status));

        HttpResponse<String> response = client.post(Echo.CHAT, Echo.call(TEXT));

        assertThat(response.headers().firstValue("Retry-After")).hasValue("7");
        assertThat(response.body()).hasSizeGreaterThan(3_000_000);
        assertThat(Client.json(response).at("/error/code").asInt()).isEqualTo(429);
    }

    @Test
    void aHeaderThatAsksForSomethingUnknownIsRefusedWithWhatThereIs() {
        HttpResponse<String> kind = client.postWith(Echo.CHAT, Echo.call(TEXT), "X-Rehearsal-Fault", "explode");
        HttpResponse<String> key = client.postWith(Echo.CHAT, Echo.call(TEXT), "X-Rehearsal-Fault", "reset; where=x");

        assertThat(kind.statusCode()).isEqualTo(400);
        assertThat(kind.body()).contains("'explode'", "engine-hang", "status");
        assertThat(key.statusCode()).isEqualTo(400);
        assertThat(key.body()).contains("'where'", "point");
    }

    @Test
    void aHangIsOverAfterItsTimeAndThenNothingIsAmiss() {
        faults(Fault.of(new Effect.Hang(Duration.ofMillis(50))));

        assertThat(answer(client.post(Echo.CHAT, Echo.call(TEXT)))).isEqualTo(TEXT);
        assertThat(only().fault()).isEqualTo("hang");
    }

    @Test
    void aHangWithoutEndLastsUntilTheClientGoes() {
        faults(Fault.hang());
        try (RawConnection connection = posted(Echo.call(TEXT))) {
            Until.holds("it is there", () -> server.journal().count() == 1);
            assertThat(connection.text()).isEmpty();
        }

        Until.holds("the client is seen to go", () -> only().end() == Journal.End.CLIENT_GONE);
        assertThat(only().status()).isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aStallBeforeTheFirstTokenComesAfterTheHeaders(boolean stream) {
        faults(Fault.of(new Effect.Stall(0, Duration.ZERO, Duration.ZERO)));
        try (RawConnection connection = posted(stream ? Echo.stream(TEXT) : Echo.call(TEXT))) {
            connection.readUntil("\r\n\r\n");

            assertThat(connection.text()).startsWith("HTTP/1.1 200 OK").endsWith("\r\n\r\n");
            assertThat(only().end()).isEqualTo(Journal.End.OPEN);
        }
    }

    @Test
    void aStallInTheMiddleOfAStreamMayBeKeptAliveByComments() {
        faults(Fault.of(new Effect.Stall(2, Duration.ZERO, Duration.ofMillis(5))));
        try (RawConnection connection = posted(Echo.stream(TEXT))) {
            connection.readUntil(": keep-alive\n\n\r\ne\r\n: keep-alive\n\n");

            assertThat(Sse.events(connection.text())).hasSize(3);
            assertThat(connection.text()).doesNotContain("[DONE]");
        }
    }

    @Test
    void aStallThatIsOverLosesNothing() {
        faults(Fault.of(new Effect.Stall(2, Duration.ofMillis(30), Duration.ZERO)));

        HttpResponse<String> stalled = client.post(Echo.CHAT, Echo.stream(TEXT));
        HttpResponse<String> whole = client.post(Echo.CHAT, Echo.call(TEXT));

        assertThat(streamed(stalled.body())).isEqualTo(TEXT);
        assertThat(stalled.body()).endsWith("data: [DONE]\n\n");
        assertThat(answer(whole)).isEqualTo(TEXT);
    }

    @ParameterizedTest
    @CsvSource({
        "BEFORE_HEADERS, true", "BEFORE_HEADERS, false",
        "BEFORE_BODY, true", "BEFORE_BODY, false",
        "MID_BODY, true", "MID_BODY, false"
    })
    void aWholeAnswerBreaksOffWhereItIsToldTo(Point point, boolean reset) {
        faults(reset ? Fault.reset(point) : Fault.cut(point));
        try (RawConnection connection = posted(Echo.call(TEXT))) {
            assertThat(connection.readToEnd()).isEqualTo(reset ? End.RST : End.FIN);

            String body = afterHeaders(connection.text());
            assertThat(connection.text().isEmpty()).isEqualTo(point == Point.BEFORE_HEADERS);
            assertThat(body.isEmpty()).isEqualTo(point != Point.MID_BODY);
            assertThat(body).doesNotEndWith("}");
        }
        assertThat(only().end()).isEqualTo(Journal.End.BROKEN_OFF);
        assertThat(only().fault()).isEqualTo(reset ? "reset" : "cut");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aStreamBreaksOffInTheMiddleOfAnEvent(boolean reset) {
        faults(reset ? Fault.reset(Point.MID_BODY) : Fault.cut(Point.MID_BODY));
        try (RawConnection connection = posted(Echo.stream(TEXT))) {
            assertThat(connection.readToEnd()).isEqualTo(reset ? End.RST : End.FIN);

            assertThat(connection.text()).contains("\"role\":\"assistant\"").doesNotContain("[DONE]");
            assertThat(connection.text()).doesNotContain("\r\n0\r\n\r\n");
            // The role, two events with text, and a part of the next.
            assertThat(connection.text().split("data: ", -1)).hasSize(5);
        }
    }

    @Test
    void aStreamWithoutDoneEndsInOrder() {
        faults(Fault.of(new Effect.NoDone()));

        HttpResponse<String> response = client.post(Echo.CHAT, Echo.stream(TEXT));

        assertThat(streamed(response.body())).isEqualTo(TEXT);
        assertThat(response.body()).contains("\"finish_reason\":\"stop\"").doesNotContain("[DONE]");
    }

    @Test
    void withoutAFinishReasonAnAnswerLooksUnfinished() {
        faults(Fault.of(new Effect.NoFinish()));

        HttpResponse<String> stream = client.post(Echo.CHAT, Echo.stream(TEXT));
        JsonNode whole = Client.json(client.post(Echo.CHAT, Echo.call(TEXT)));

        assertThat(streamed(stream.body())).isEqualTo(TEXT);
        assertThat(stream.body()).doesNotContain("\"finish_reason\":\"").endsWith("data: [DONE]\n\n");
        assertThat(whole.at("/choices/0/finish_reason").isNull()).isTrue();
    }

    @Test
    void aStreamMayTurnIntoAnErrorWithStatus200() {
        faults(Fault.of(new Effect.ErrorEvent(1)));

        HttpResponse<String> stream = client.post(Echo.CHAT, Echo.stream(TEXT));
        List<JsonNode> events = Sse.events(stream.body());

        assertThat(stream.statusCode()).isEqualTo(200);
        assertThat(events).hasSize(3);
        assertThat(events.get(2).at("/error/code").asInt()).isEqualTo(500);
        assertThat(stream.body()).endsWith("data: [DONE]\n\n");
        assertThat(client.post(Echo.CHAT, Echo.call(TEXT)).statusCode()).isEqualTo(500);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void piecesThatEndInsideCharactersStillMakeTheSameText(boolean stream) {
        String text = "Größe: 5 µm × 3 – ∑ 𝛼 𝛽 is 中文, ok";
        faults(Fault.of(new Effect.Split()));

        HttpResponse<String> response = client.post(Echo.CHAT, stream ? Echo.stream(text) : Echo.call(text));

        assertThat(stream ? streamed(response.body()) : answer(response)).isEqualTo(text);
    }

    @Test
    void piecesReallyEndInsideCharactersAndFieldNames() {
        faults(Fault.of(new Effect.Split()));
        try (RawConnection connection = posted(Echo.stream("Größe"))) {
            connection.readUntil("\r\n0\r\n\r\n");

            assertThat(connection.bytes()).contains((byte) 0xC3, (byte) '\r', (byte) '\n');
            assertThat(connection.text()).contains("\r\n3\r\ndat\r\n");
        }
    }

    @Test
    void anIdleConnectionIsClosedWithoutAWordAfterItsTime() {
        faults(Fault.of(new Effect.IdleClose(Duration.ofMillis(20))));
        try (RawConnection connection = posted(Echo.call(TEXT))) {
            assertThat(connection.readToEnd()).isEqualTo(End.FIN);

            assertThat(afterHeaders(connection.text())).endsWith("}");
            assertThat(connection.text()).doesNotContainIgnoringCase("connection: close");
        }
        assertThat(only().end()).isEqualTo(Journal.End.ANSWERED);
    }

    @Test
    void truncatedJsonIsACompleteResponse() {
        faults(Fault.of(new Effect.TruncatedJson()));

        HttpResponse<String> whole = client.post(Echo.CHAT, Echo.call(TEXT));
        HttpResponse<String> stream = client.post(Echo.CHAT, Echo.stream(TEXT));

        assertThat(whole.statusCode()).isEqualTo(200);
        assertThat(whole.body()).startsWith("{\"id\"").doesNotEndWith("}");
        assertThat(stream.body().lines().filter(line -> line.startsWith("data: {")))
                .anySatisfy(line -> assertThat(line).doesNotEndWith("}"))
                .last()
                .satisfies(line -> assertThat(line).endsWith("}"));
        assertThat(stream.body()).endsWith("data: [DONE]\n\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"length", "abort", "repetition", "content_filter", "tool_calls", "brand_new"})
    void everyFinishReasonCanBeGiven(String reason) {
        faults(Fault.of(new Effect.FinishReason(reason)));

        JsonNode whole = Client.json(client.post(Echo.CHAT, Echo.call(TEXT))).at("/choices/0");
        HttpResponse<String> stream = client.post(Echo.CHAT, Echo.stream(TEXT));

        assertThat(whole.path("finish_reason").asText()).isEqualTo(reason);
        assertThat(stream.body()).contains("\"finish_reason\":\"" + reason + "\"");
        boolean cut = List.of("length", "abort").contains(reason);
        assertThat(whole.at("/message/content").asText().length() < TEXT.length())
                .isEqualTo(cut);
        assertThat(client.get("/metrics").body()).contains("finished_reason=\"" + reason + "\"} 2.0");
    }

    @Test
    void contentMayBeNullOrAllReasoning() {
        faults(Fault.of(new Effect.NullContent()).times(1), Fault.of(new Effect.ReasoningOnly()));

        JsonNode nothing = Client.json(client.post(Echo.CHAT, Echo.call(TEXT))).at("/choices/0/message");
        JsonNode thought = Client.json(client.post(Echo.CHAT, Echo.call(TEXT))).at("/choices/0/message");

        assertThat(nothing.path("content").isNull()).isTrue();
        assertThat(nothing.path("reasoning").isNull()).isTrue();
        assertThat(thought.path("content").isNull()).isTrue();
        assertThat(thought.path("reasoning").asText()).isEqualTo(TEXT);
    }

    @Test
    void choicesMayBeFewerOrInAnotherOrder() {
        faults(Fault.of(new Effect.FewerChoices()).times(2), Fault.of(new Effect.ShuffledChoices()));

        assertThat(indices(Echo.call(TEXT, ",\"n\":3"))).containsExactly(0, 1);
        assertThat(indices(Echo.call(TEXT))).isEmpty();
        assertThat(indices(Echo.call(TEXT, ",\"n\":3"))).containsExactly(2, 1, 0);
    }

    @Test
    void theAnswerMayNameAnotherModel() {
        faults(Fault.of(new Effect.OtherModel("somebody-else")));

        assertThat(Client.json(client.post(Echo.CHAT, Echo.call(TEXT)))
                        .path("model")
                        .asText())
                .isEqualTo("somebody-else");
        assertThat(client.post(Echo.CHAT, Echo.stream(TEXT)).body()).contains("\"model\":\"somebody-else\"");
    }

    @Test
    void aDeadEngineIs500ForCallsAnd503ForHealth() {
        faults(Fault.of(new Effect.EngineDead(Duration.ZERO)).times(1));

        HttpResponse<String> first = client.post(Echo.CHAT, Echo.call(TEXT));
        HttpResponse<String> second = client.post(Echo.CHAT, Echo.call(TEXT));

        assertThat(List.of(first.statusCode(), second.statusCode())).containsOnly(500);
        assertThat(first.body()).contains("EngineCore encountered an issue");
        assertThat(client.get("/health").statusCode()).isEqualTo(503);
        assertThat(client.get("/v1/models").statusCode()).isEqualTo(200);

        server.restart(config -> config);
        Client again = new Client(server.url());
        assertThat(again.get("/health").statusCode()).isEqualTo(200);
        assertThat(again.post(Echo.CHAT, Echo.call(TEXT)).statusCode()).isEqualTo(200);
    }

    @Test
    void callsInFlightFailWithTheEngine() {
        server.change(config -> config.withLatency(Latency.INSTANT.withInterToken(Duration.ofHours(1))));
        CompletableFuture<HttpResponse<String>> whole = client.postLater(Echo.CHAT, Echo.call(TEXT), "whole");
        try (RawConnection stream = posted(Echo.stream(TEXT))) {
            stream.readUntil("\"content\":\"The\"".substring(0, 11));
            Until.holds("both run", () -> server.journal().mostAtOnce() == 2);

            server.strike(new Effect.EngineDead(Duration.ZERO));

            assertThat(whole.join().statusCode()).isEqualTo(500);
            stream.readUntil("data: [DONE]");
            assertThat(stream.text()).startsWith("HTTP/1.1 200").contains("\"error\":{\"message\":\"EngineCore");
        }
    }

    @Test
    void aHangingEngineLooksHealthyButMakesNoTokens() {
        server.change(config -> config.withLatency(Latency.INSTANT.withInterToken(Duration.ofMillis(1))));
        faults(Fault.of(new Effect.EngineHang(Duration.ZERO)).times(1));
        CompletableFuture<HttpResponse<String>> call = client.postLater(Echo.CHAT, Echo.call(TEXT), "hanging");
        Until.holds("it is there", () -> server.journal().mostAtOnce() == 1);
        String before = metric("generation_tokens_total");

        assertThat(client.get("/health").statusCode()).isEqualTo(200);
        assertThat(metric("num_requests_waiting")).isEqualTo("1.0");
        assertThat(metric("generation_tokens_total")).isEqualTo(before);
        assertThat(call).isNotDone();

        server.engine().thaw();
        assertThat(answer(call.join())).isEqualTo(TEXT);
    }

    @Test
    void anEngineThatHangsForATimeGoesOnByItself() {
        server.strike(new Effect.EngineHang(Duration.ofMillis(30)));

        assertThat(answer(client.post(Echo.CHAT, Echo.call(TEXT)))).isEqualTo(TEXT);
    }

    @Test
    void aServerThatRefusesTakesNoNewConnectionsAndServesThoseItHas() {
        try (RawConnection open = posted(Echo.call(TEXT))) {
            open.readUntil("\"metrics\":null}");
            server.strike(new Effect.Refuse(Duration.ZERO));
            Until.holds("it refuses", () -> !accepts());

            open.post(Echo.CHAT, "second", Echo.call("still here"));
            open.readUntil("still here");
        }
        server.accept();
        assertThat(accepts()).isTrue();
    }

    @Test
    void aServerThatRefusesForATimeIsBackByItself() {
        server.strike(new Effect.Refuse(Duration.ofMillis(50)));
        Until.holds("it refuses", () -> !accepts());
        Until.holds("it is back", this::accepts);
    }

    private boolean accepts() {
        try (java.net.Socket socket =
                new java.net.Socket(server.url().getHost(), server.url().getPort())) {
            return socket.isConnected();
        } catch (java.io.IOException refused) {
            return false;
        }
    }

    @Test
    void aCrashEndsAllConnectionsAndTheServerComesBackAsAnother() {
        faults(Fault.of(new Effect.Crash(Duration.ofMillis(20), "rehearsal/another", 512))
                .onBody("crash now"));
        try (RawConnection bystander = new RawConnection(server.url())) {
            // Until it has been answered, the server may not know of the connection.
            bystander.send("GET /health HTTP/1.1\r\nHost: x\r\n\r\n").readUntil("\r\n\r\n");
            RawConnection culprit = posted(Echo.call("crash now"));
            assertThat(culprit.readToEnd()).isEqualTo(End.RST);
            assertThat(bystander.readToEnd()).isEqualTo(End.RST);
        }
        Until.holds("it is back", this::accepts);

        JsonNode model = Client.json(new Client(server.url()).get("/v1/models")).at("/data/0");
        assertThat(model.path("id").asText()).isEqualTo("rehearsal/another");
        assertThat(model.path("max_model_len").asInt()).isEqualTo(512);
        Journal.ReceivedRequest culprit = server.journal().requests().get(1);
        assertThat(culprit.end()).isEqualTo(Journal.End.BROKEN_OFF);
        assertThat(culprit.fault()).isEqualTo("crash");
    }

    @Test
    void aMishapWithATimeHappensByTheClock() {
        faults(Fault.of(new Effect.EngineDead(Duration.ZERO)).between(Duration.ofMillis(20), Duration.ofMillis(400)));

        assertThat(client.post(Echo.CHAT, Echo.call(TEXT)).statusCode()).isIn(200, 500);
        Until.holds("the engine dies", () -> client.get("/health").statusCode() == 503);
        Until.holds("it is well again", () -> client.get("/health").statusCode() == 200);
    }

    private String metric(String name) {
        return client.get("/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith("vllm:" + name + "{"))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .findFirst()
                .orElseThrow();
    }

    private List<Integer> indices(String body) {
        List<Integer> indices = new ArrayList<>();
        Client.json(client.post(Echo.CHAT, body))
                .path("choices")
                .forEach(choice -> indices.add(choice.path("index").asInt()));
        return indices;
    }

    private static String answer(HttpResponse<String> response) {
        return Client.json(response).at("/choices/0/message/content").asText();
    }

    private static String afterHeaders(String text) {
        int end = text.indexOf("\r\n\r\n");
        return end < 0 ? "" : text.substring(end + 4);
    }

    private static String streamed(String body) {
        return Sse.joined(body, "content");
    }
}

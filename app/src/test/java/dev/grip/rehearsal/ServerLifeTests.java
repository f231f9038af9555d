package dev.grip.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grip.rehearsal.engine.EngineConfig;
import dev.grip.rehearsal.engine.Latency;
import dev.grip.rehearsal.faults.Effect;
import dev.grip.rehearsal.faults.Fault;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What happens to a server while calls are in flight: changes, clients that go, death and return. */
@Timeout(60)
class ServerLifeTests {

    private static final Latency ENDLESS = Latency.fixed(Duration.ofHours(1));

    private final RehearsalServer server = RehearsalServer.start(Echo.config());
    private final Client client = new Client(server.url());

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aChangeHoldsAtOnceForCallsInFlight() {
        server.change(config -> config.withLatency(ENDLESS));
        CompletableFuture<HttpResponse<String>> call = client.postLater(Echo.CHAT, Echo.call("hello"), "one");
        Until.holds("the call is there", () -> server.journal().mostAtOnce() == 1);
        assertThat(server.journal().requests().get(0).end()).isEqualTo(Journal.End.OPEN);

        server.change(config -> config.withLatency(Latency.INSTANT));

        assertThat(call.join().statusCode()).isEqualTo(200);
        Until.holds("it is answered", () -> server.journal().requests().get(0).end() == Journal.End.ANSWERED);
    }

    @Test
    void aRunningServerKeepsItsPort() {
        assertThatThrownBy(() -> server.change(config -> config.withPort(9)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("port is 9");
    }

    @Test
    void aCacheTooSmallForOneSequenceIsRefused() {
        assertThatThrownBy(() -> server.change(config -> config.withEngine(EngineConfig.UNLIMITED.withKvBlocks(10))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("kvBlocks is 10")
                .hasMessageContaining("32768");
    }

    @Test
    void callsBeyondTheSlotsWaitAndTheMetricsSaySo() {
        server.change(config -> config.withLatency(ENDLESS).withEngine(EngineConfig.slots(2)));
        List<CompletableFuture<HttpResponse<String>>> calls = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            calls.add(client.postLater(Echo.CHAT, Echo.call("hello"), "call-" + i));
        }
        Until.holds("all are there", () -> server.journal().mostAtOnce() == 5);

        String metrics = client.get("/metrics").body();
        assertThat(metrics)
                .contains("vllm:num_requests_running{engine=\"0\",model_name=\"rehearsal/echo\"} 2.0\n")
                .contains("vllm:num_requests_waiting{engine=\"0\",model_name=\"rehearsal/echo\"} 3.0\n");
        assertThat(Client.json(client.get("/load")).path("server_load").asInt()).isEqualTo(6);

        server.change(config -> config.withLatency(Latency.INSTANT));
        calls.forEach(call -> assertThat(call.join().statusCode()).isEqualTo(200));
        assertThat(client.get("/metrics").body())
                .contains("vllm:num_requests_running{engine=\"0\",model_name=\"rehearsal/echo\"} 0.0\n")
                .contains(
                        "vllm:request_success_total{engine=\"0\",model_name=\"rehearsal/echo\",finished_reason=\"stop\"} 5.0\n");
    }

    @Test
    void aClientThatGoesFreesItsSlotAndIsInTheJournal() {
        server.change(config -> config.withLatency(ENDLESS).withEngine(EngineConfig.slots(1)));
        RawConnection first = new RawConnection(server.url()).post(Echo.CHAT, "first", Echo.call("hello"));
        Until.holds("the first runs", () -> server.journal().mostAtOnce() == 1);
        try (RawConnection second = new RawConnection(server.url())) {
            second.post(Echo.CHAT, "second", Echo.call("hello"));
            Until.holds("the second waits", () -> server.journal().mostAtOnce() == 2);

            first.close();
            Until.holds("the first is given up", () -> server.journal().cancelled() == 1);

            assertThat(client.get("/metrics").body())
                    .containsPattern("num_requests_running\\{[^}]*} 1.0\n")
                    .containsPattern("num_requests_waiting\\{[^}]*} 0.0\n");
            assertThat(server.journal().requests().get(0).end()).isEqualTo(Journal.End.CLIENT_GONE);
        }
    }

    @Test
    void killResetsEveryConnectionAndRefusesNewOnesUntilRestart() {
        server.change(config -> config.withLatency(ENDLESS));
        try (RawConnection open = new RawConnection(server.url()).post(Echo.CHAT, "open", Echo.call("hello"));
                RawConnection idle = new RawConnection(server.url())) {
            Until.holds("the call is there", () -> server.journal().mostAtOnce() == 1);
            Until.holds("both are connected", () -> server.journal().mostConnections() == 2);

            server.kill();

            assertThat(open.readToEnd()).isEqualTo(RawConnection.End.RST);
            assertThat(idle.readToEnd()).isEqualTo(RawConnection.End.RST);
        }
        assertThatThrownBy(() -> new RawConnection(server.url())).hasMessageContaining("Cannot connect");
        assertThat(server.journal().requests().get(0).end()).isEqualTo(Journal.End.BROKEN_OFF);

        server.restart(config ->
                config.withLatency(Latency.INSTANT).withModel("rehearsal/other").withMaxModelLength(123));

        assertThat(Client.json(client.get("/v1/models")).at("/data/0/id").asText())
                .isEqualTo("rehearsal/other");
        assertThat(Client.json(client.get("/v1/models"))
                        .at("/data/0/max_model_len")
                        .asInt())
                .isEqualTo(123);
        assertThat(client.post(Echo.CHAT, Echo.call("hello")).statusCode()).isEqualTo(404);
        assertThat(client.get("/metrics").body()).containsPattern("prompt_tokens_total\\{[^}]*} 0.0\n");
        assertThat(server.journal().count("open")).isEqualTo(1);
    }

    @Test
    void aServerCanDieAndReturnManyTimesAtTheSameAddress() {
        for (int i = 0; i < 5; i++) {
            assertThat(new Client(server.url())
                            .post(Echo.CHAT, Echo.call("hello"))
                            .statusCode())
                    .isEqualTo(200);
            server.restart(config -> config);
        }
        assertThat(server.journal().count("test")).isEqualTo(5);
    }

    @Test
    void faultsByPathRateAndNumberMeetSomeCallsAndAreInTheJournal() {
        server.change(config -> config.withFaults(
                Fault.status(503).onPath("/health"),
                Fault.status(500).withRate(0.3),
                Fault.reset(Effect.Point.BEFORE_HEADERS).onBody("boom").times(1)));

        assertThat(client.get("/health").statusCode()).isEqualTo(503);
        try (RawConnection boom = new RawConnection(server.url()).post(Echo.CHAT, "ok-0", Echo.call("boom"))) {
            assertThat(boom.readToEnd()).isEqualTo(RawConnection.End.RST);
            assertThat(boom.text()).isEmpty();
        }
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            statuses.add(client.postLater(Echo.CHAT, Echo.call("hello"), "id-" + i)
                    .join()
                    .statusCode());
        }
        assertThat(statuses).containsOnly(200, 500);
        assertThat(statuses.stream().filter(status -> status == 500)).hasSizeBetween(35, 85);
        assertThat(server.journal().faults()).containsEntry("reset", 1L).containsKey("status");
    }
}

package dev.grip.llm.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grip.llm.FailureCategory;
import dev.grip.llm.fleet.Trouble.Retry;
import dev.grip.llm.http.ServerConnection;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoadWatchTests {

    private static final String METRICS = "/metrics";
    private static final String HEALTH = "/health";
    private static final String MODELS = "/v1/models";
    private static final Duration STUCK = Duration.ofSeconds(90);
    private static final LoadWatch.Rhythm RHYTHM =
            new LoadWatch.Rhythm(Duration.ofMillis(2), Duration.ofSeconds(10), STUCK);
    private static final Errand ERRAND = new Errand("key", "stage", "item", 1);

    private final FakeTempo tempo = new FakeTempo(0.5);
    private final Admission admission = new Admission(tempo);
    private final FakeModelServer server = new FakeModelServer();
    private final Endpoint endpoint = Endpoint.of(Role.JUDGE, server.url(), "m");
    private final Replica replica = new Replica(new ServerConnection(endpoint.url(), null, 4), 1024);
    private final ModelPool pool = new ModelPool(endpoint, List.of(replica));
    private final LoadWatch watch = new LoadWatch(List.of(replica), admission, RHYTHM, tempo);

    @BeforeEach
    void begin() {
        server.showing(HEALTH, 200, "");
        shows("vllm:num_requests_running 1\nvllm:generation_tokens_total 5\n");
    }

    @AfterEach
    void stop() {
        watch.close();
        replica.close();
        server.close();
    }

    @Test
    void whatIsInUseIsMeasuredAndItsLimitAdapted() throws Exception {
        for (int i = 0; i < 32; i++) {
            admission.enter(pool, ERRAND, Duration.ZERO);
        }
        shows("vllm:num_requests_running 32\nvllm:num_requests_waiting 0\n");
        Rehearsed.until(() -> limit() >= 64);
        assertThat(replica.measured()).isTrue();
        shows("vllm:num_requests_running 4\nvllm:num_requests_waiting 28\n");
        Rehearsed.until(() -> limit() == 5);
    }

    @Test
    void whatIsNotInUseIsLeftAlone() throws Exception {
        admission.enter(pool, ERRAND, Duration.ZERO);
        looks(METRICS, 1);
        admission.leave(replica, ERRAND);
        ticks();
        long settled = server.looks(METRICS);
        ticks();
        assertThat(server.looks(METRICS)).isEqualTo(settled);
        assertThat(server.looks(HEALTH)).isZero();
    }

    @Test
    void aServerThatIsBusyWithoutProducingAnythingIsStuck() throws Exception {
        admission.enter(pool, ERRAND, Duration.ZERO);
        looks(METRICS, 2);
        tempo.pass(STUCK.plusMillis(1));
        Rehearsed.until(() -> !closed());
        assertThat(admission.read(replica, one -> one.breaker().reason()).orElseThrow())
                .isEqualTo("it has produced no token for 90.0 s although 1 calls are there");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vllm:num_requests_running 3",
                "vllm:num_requests_running 3\nvllm:num_requests_waiting 9\nvllm:kv_cache_usage_perc 0.9",
                "vllm:num_requests_running 0\nvllm:num_requests_waiting 0\nvllm:generation_tokens_total 5",
            })
    void oneThatCountsNoTokensOrHasNothingToDoIsNotStuck(String metrics) throws Exception {
        shows(metrics);
        admission.enter(pool, ERRAND, Duration.ZERO);
        for (int i = 0; i < 5; i++) {
            looks(METRICS, 2);
            tempo.pass(STUCK.multipliedBy(2));
        }
        looks(METRICS, 2);
        assertThat(closed()).isTrue();
    }

    @Test
    void aTokenNowAndThenIsEnough() throws Exception {
        admission.enter(pool, ERRAND, Duration.ZERO);
        for (int i = 0; i < 5; i++) {
            looks(METRICS, 2);
            tempo.pass(STUCK.minusSeconds(1));
            shows("vllm:num_requests_running 1\nvllm:generation_tokens_total " + (10 + i));
        }
        looks(METRICS, 2);
        assertThat(closed()).isTrue();
    }

    @Test
    void metricsThatComeAndGoAreNoticedEachTime() throws Exception {
        admission.enter(pool, ERRAND, Duration.ZERO);
        for (int i = 0; i < 3; i++) {
            server.showing(METRICS, 200, "nothing to see");
            Rehearsed.until(() -> server.looks(METRICS) > 0 && !replica.measured());
            shows("vllm:num_requests_running 1");
            Rehearsed.until(replica::measured);
        }
    }

    @ParameterizedTest
    @CsvSource({"200,200", "404,404", "200,401"})
    void aServerThatAnswersAgainMayBeTried(int health, int models) throws Exception {
        breakIt();
        server.showing(HEALTH, health, "").showing(MODELS, models, FakeModelServer.models("m", "vllm"));
        tempo.pass(Duration.ofSeconds(1));
        Rehearsed.until(this::trying);
        assertThat(closed()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"503,200,m", "500,200,m", "200,503,m", "200,200,other"})
    void oneThatIsNotWellIsLookedAtAgainAndAgainAndItsReasonStays(int health, int models, String model)
            throws Exception {
        breakIt();
        server.showing(HEALTH, health, "").showing(MODELS, models, FakeModelServer.models(model, "vllm"));
        for (int i = 0; i < 20; i++) {
            long before = server.looks(HEALTH);
            Rehearsed.until(() -> {
                tempo.pass(Duration.ofSeconds(1));
                return server.looks(HEALTH) > before;
            });
        }
        assertThat(trying()).isFalse();
        assertThat(admission
                        .read(replica, one -> one.status("m", tempo.nanoTime()))
                        .reason())
                .isEqualTo("it broke");
        server.showing(HEALTH, 200, "").showing(MODELS, 200, FakeModelServer.models("m", "vllm"));
        Rehearsed.until(() -> {
            tempo.pass(Duration.ofSeconds(1));
            return trying();
        });
    }

    @Test
    void oneThatIsAwayIsLookedAtAgainAndAgain() throws Exception {
        breakIt();
        server.close();
        for (int i = 0; i < 5; i++) {
            tempo.pass(Duration.ofSeconds(15));
            Rehearsed.until(() -> !admission.read(replica, one -> one.breaker().lookDue(tempo.nanoTime())));
        }
    }

    @Test
    void beforeItsPauseIsOverABrokenServerIsLeftAlone() throws Exception {
        breakIt();
        tempo.pass(Duration.ofMillis(999));
        ticks();
        assertThat(server.looks(HEALTH)).isZero();
    }

    private void breakIt() throws InterruptedException {
        Trouble trouble = Trouble.of(FailureCategory.SERVER_ERROR, Retry.BACKOFF, "it broke", "mend it");
        for (int i = 0; i < 3; i++) {
            admission.enter(pool, ERRAND, Duration.ZERO);
            admission.failed(replica, ERRAND, trouble);
        }
        assertThat(closed()).isFalse();
    }

    private void shows(String metrics) {
        server.showing(METRICS, 200, metrics);
    }

    private void looks(String path, int more) throws InterruptedException {
        long before = server.looks(path);
        Rehearsed.until(() -> server.looks(path) > before + more);
    }

    /** Lets the watch tick a few times, as another server that is in use shows. */
    private void ticks() throws Exception {
        try (FakeModelServer other = new FakeModelServer();
                Replica used = new Replica(
                        new ServerConnection(
                                Endpoint.of(Role.JUDGE, other.url(), "m").url(), null, 4),
                        4);
                LoadWatch both = new LoadWatch(List.of(replica, used), admission, RHYTHM, tempo)) {
            admission.change(used, one -> one.enter(ERRAND));
            Rehearsed.until(() -> other.looks(METRICS) >= 5);
            assertThat(both).isNotNull();
        }
    }

    private boolean closed() {
        return admission.read(replica, one -> one.breaker().closed());
    }

    private boolean trying() {
        return admission.read(replica, one -> one.breaker().trying());
    }

    private int limit() {
        return admission.read(replica, one -> one.limit().value());
    }
}

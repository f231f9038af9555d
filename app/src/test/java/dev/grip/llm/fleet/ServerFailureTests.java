package dev.grip.llm.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grip.llm.Answer;
import dev.grip.llm.ChatModel;
import dev.grip.llm.FailureCategory;
import dev.grip.rehearsal.Overload;
import dev.grip.rehearsal.WireOptions;
import dev.grip.rehearsal.WireOptions.MetricNames;
import dev.grip.rehearsal.engine.EngineConfig;
import dev.grip.rehearsal.engine.Latency;
import dev.grip.rehearsal.faults.Effect;
import dev.grip.rehearsal.faults.Effect.Status;
import dev.grip.rehearsal.faults.Fault;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Failures F6 to F9, F12, F20, F25 and F27: what servers do as a whole. */
class ServerFailureTests {

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void f6ARefusalForOverloadCostsNoAttemptAndLowersTheLimit(int status) {
        // More often than a call has attempts.
        try (Rehearsed it = Rehearsed.with(Fault.status(status).times(6))) {
            ChatModel model = it.judge();
            int before = it.fleet().servers().get(0).limit();
            assertThat(model.chat(Rehearsed.request("a")).text()).isEqualTo("fine");
            assertThat(it.ids("a")).containsExactly("a-1", "a-2", "a-3", "a-4", "a-5", "a-6", "a-7");
            assertThat(it.fleet().servers().get(0).limit()).isLessThan(before);
            assertThat(it.fleet().servers().get(0).usable()).isTrue();
        }
    }

    @Test
    void f6AWaitThatAServerAsksForIsHonouredForAllCalls() throws Exception {
        Fault busy =
                Fault.of(Status.of(429).withRetryAfter(Duration.ofSeconds(1))).times(1);
        try (Rehearsed it = Rehearsed.with(busy)) {
            ChatModel model = it.judge();
            long begun = System.nanoTime();
            CompletableFuture<Answer> refused = Rehearsed.ask(model, Rehearsed.request("a"));
            Rehearsed.until(
                    () -> it.sent("a").size() == 1 && it.sent("a").get(0).status() == 429);
            CompletableFuture<Answer> other = Rehearsed.ask(model, Rehearsed.request("b"));
            assertThat(refused.get(60, TimeUnit.SECONDS).text()).isEqualTo("fine");
            assertThat(other.get(60, TimeUnit.SECONDS).text()).isEqualTo("fine");
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
            assertThat(Duration.between(
                            it.sent("a").get(0).arrived(), it.sent("b").get(0).arrived()))
                    .isGreaterThanOrEqualTo(Duration.ofMillis(900));
        }
    }

    @Test
    void f6AServerThatRefusesABurstGetsEverythingDone() {
        try (Rehearsed it = Rehearsed.with(config -> config.withEngine(EngineConfig.slots(2))
                .withLatency(Latency.fixed(Duration.ofMillis(20)))
                .withOverload(Overload.busyAbove(1)))) {
            assertThat(Rehearsed.askAll(it.judge(), 40))
                    .extracting(Answer::text)
                    .containsOnly("fine");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 504})
    void f7AFailureOfTheServerIsTriedAgain(int status) {
        try (Rehearsed it = Rehearsed.with(Fault.status(status).times(2))) {
            assertThat(it.judge().chat(Rehearsed.request("a")).text()).isEqualTo("fine");
            assertThat(it.ids("a")).containsExactly("a-1", "a-2", "a-3");
        }
    }

    @Test
    void f7AnItemOnWhichTheServerFailsWhileItAnswersOthersIsParkedWithItsReason() {
        try (Rehearsed it = Rehearsed.with(Fault.status(500).onRequestId("bad-"))) {
            ChatModel model = it.judge();
            CompletableFuture<Answer> bad = Rehearsed.ask(model, Rehearsed.request("bad"));
            int good = 0;
            while (!bad.isDone()) {
                assertThat(model.chat(Rehearsed.request("good" + good++)).text())
                        .isEqualTo("fine");
            }
            assertThat(bad.join().failure()).contains(FailureCategory.POISONED);
            assertThat(((Answer.Failed) bad.join()).message()).contains("HTTP 500", "look at this item");
            assertThat(it.ids("bad")).containsExactly("bad-1", "bad-2", "bad-3", "bad-4");
            assertThat(it.fleet().tally().snapshot().get(0).outcomes()).containsEntry("poisoned", 1L);
        }
    }

    @Test
    void f8ADeadEngineIsLeftAloneUntilItsHealthReturnsAndThenTriedWithOneCall() throws Exception {
        try (Rehearsed it =
                Rehearsed.with(Fault.of(new Effect.EngineDead(Duration.ZERO)).onRequestId("killer"))) {
            ChatModel model = it.judge();
            CompletableFuture<Answer> killer = Rehearsed.ask(model, Rehearsed.request("killer"));
            Rehearsed.until(() -> !it.fleet().servers().get(0).usable());
            List<CompletableFuture<Answer>> waiting =
                    List.of(Rehearsed.ask(model, Rehearsed.request("a")), Rehearsed.ask(model, Rehearsed.request("b")));
            long sent = it.server().journal().requests().stream()
                    .filter(request -> request.method().equals("POST"))
                    .count();
            it.server().kill();
            it.server().restart(same -> same.withFaults(List.of()));
            for (CompletableFuture<Answer> answer : waiting) {
                assertThat(answer.get(60, TimeUnit.SECONDS).text()).isEqualTo("fine");
            }
            // The one that killed it does so no more; a call that fails with all others is not at fault.
            assertThat(killer.get(60, TimeUnit.SECONDS).text()).isEqualTo("fine");
            assertThat(sent).isLessThanOrEqualTo(6);
            assertThat(it.sent("a")).hasSize(1);
        }
    }

    @Test
    void f9AServerThatSaysItIsWellAndProducesNothingIsFoundOutAndItsCallsAreTakenBack() throws Exception {
        Fault hang = Fault.of(new Effect.EngineHang(Duration.ZERO))
                .onRequestId("last")
                .times(1);
        try (Rehearsed it = Rehearsed.with(hang)) {
            ChatModel model = it.writer();
            assertThat(model.chat(Rehearsed.request("first")).text()).isEqualTo("fine");
            CompletableFuture<Answer> stuck = Rehearsed.ask(model, Rehearsed.request("last"));
            Rehearsed.until(() -> !it.fleet().servers().get(0).usable());
            assertThat(it.fleet().servers().get(0).reason()).contains("no token");
            Rehearsed.until(() -> it.server().journal().cancelled() >= 1);
            it.server().kill();
            it.server().restart(same -> same.withFaults(List.of()));
            assertThat(stuck.get(60, TimeUnit.SECONDS).text()).isEqualTo("fine");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404})
    void f12AServerWithWrongSettingsIsNotAskedAgainAndItsItemsAreLeftAlone(int status) {
        try (Rehearsed it = Rehearsed.with(Fault.status(status))) {
            ChatModel model = it.judge();
            Answer first = model.chat(Rehearsed.request("a"));
            Answer second = model.chat(Rehearsed.request("b"));
            assertThat(first.failure())
                    .hasValueSatisfying(why -> assertThat(why.general()).isTrue());
            assertThat(second.failure()).isEqualTo(first.failure());
            assertThat(it.ids("a")).containsExactly("a-1");
            assertThat(it.ids("b")).isEmpty();
        }
    }

    @Test
    void f12AServerThatIsCorrectedIsAskedAgainAsSoonAsALookFindsItWell() {
        try (Rehearsed it = Rehearsed.with(config -> config.withApiKey("secret"))) {
            ChatModel model = it.judge();
            assertThat(model.chat(Rehearsed.request("a")).failure()).contains(FailureCategory.UNAUTHORIZED);
            assertThat(it.fleet().look(EnumSet.of(Role.JUDGE), false)).noneMatch(EndpointReport::ready);
            assertThat(it.fleet().servers().get(0).usable()).isFalse();

            it.server().change(config -> config.withApiKey(""));
            assertThat(it.fleet().look(EnumSet.of(Role.JUDGE), false)).allMatch(EndpointReport::ready);
            assertThat(it.fleet().servers().get(0).usable()).isTrue();
            assertThat(model.chat(Rehearsed.request("b")).text()).isEqualTo("fine");
        }
    }

    @Test
    void f12OfSeveralServersTheOneWithWrongSettingsIsLeftOut() {
        try (Rehearsed it = Rehearsed.replicas(2, same -> same)) {
            it.server(0).change(config -> config.withApiKey("secret"));
            assertThat(Rehearsed.askAll(it.judge(), 20))
                    .extracting(Answer::text)
                    .containsOnly("fine");
        }
    }

    @Test
    void f20AnAnswerByAnotherModelIsNoAnswer() {
        try (Rehearsed it = Rehearsed.with(Fault.of(new Effect.OtherModel("someone-else")))) {
            Answer answer = it.judge().chat(Rehearsed.request("a"));
            assertThat(answer.failure()).contains(FailureCategory.UNKNOWN_MODEL);
            assertThat(((Answer.Failed) answer).message()).contains("'someone-else'", Rehearsed.MODEL);
            assertThat(it.ids("a")).containsExactly("a-1");
        }
    }

    @Test
    void f20AServerThatIsBackWithAnotherModelIsNotUsed() throws Exception {
        try (Rehearsed it = Rehearsed.with()) {
            ChatModel model = it.judge();
            assertThat(model.chat(Rehearsed.request("a")).text()).isEqualTo("fine");
            it.server().kill();
            CompletableFuture<Answer> answer = Rehearsed.ask(model, Rehearsed.request("b"));
            Rehearsed.until(() -> !it.fleet().servers().get(0).usable());
            it.server().restart(same -> same.withModel("someone-else"));
            Rehearsed.until(() -> it.server().journal().requests().stream()
                            .filter(request -> request.path().equals("/v1/models"))
                            .count()
                    >= 2);
            assertThat(it.sent("b")).isEmpty();
            assertThat(answer).isNotDone();
            it.server().kill();
            it.server().restart(same -> same.withModel(Rehearsed.MODEL));
            assertThat(answer.get(60, TimeUnit.SECONDS).text()).isEqualTo("fine");
        }
    }

    @Test
    void f25ASlowServerDoesNotHoldUpTheOthers() throws Exception {
        try (Rehearsed it = Rehearsed.replicas(2, same -> same)) {
            it.server(0).change(config -> config.withFaults(Fault.hang()));
            ChatModel model = it.judge();
            List<CompletableFuture<Answer>> open = IntStream.range(0, 200)
                    .mapToObj(i -> Rehearsed.ask(model, Rehearsed.request("item" + i)))
                    .toList();
            // What waits for the slow one is bounded by its own limit; everything else is done by the other.
            Rehearsed.until(
                    () -> open.stream().filter(CompletableFuture::isDone).count() >= 200 - 64);
            assertThat(it.server(0).journal().mostAtOnce()).isLessThanOrEqualTo(64);
            it.server(0).kill();
            for (CompletableFuture<Answer> answer : open) {
                assertThat(answer.get(60, TimeUnit.SECONDS).text()).isEqualTo("fine");
            }
        }
    }

    @Test
    void f27WithoutMetricsCallsGoOnUnderALimitThatIsFoundByTrying() throws Exception {
        try (Rehearsed it =
                Rehearsed.with(config -> config.withWire(WireOptions.CURRENT.withMetrics(MetricNames.MISSING))
                        .withLatency(Latency.fixed(Duration.ofMillis(100))))) {
            assertThat(Rehearsed.askAll(it.judge(), 100))
                    .extracting(Answer::text)
                    .containsOnly("fine");
            assertThat(it.fleet().servers().get(0).measured()).isFalse();
            assertThat(it.server().journal().mostAtOnce()).isLessThanOrEqualTo(64);
        }
    }

    @Test
    void f27OlderMetricNamesAreUnderstood() throws Exception {
        try (Rehearsed it = Rehearsed.with(config -> config.withWire(WireOptions.CURRENT.withMetrics(MetricNames.OLDER))
                .withLatency(Latency.fixed(Duration.ofMillis(300))))) {
            CompletableFuture<Answer> answer = Rehearsed.ask(it.judge(), Rehearsed.request("a"));
            Rehearsed.until(() -> it.fleet().servers().get(0).measured());
            assertThat(answer.get(60, TimeUnit.SECONDS).text()).isEqualTo("fine");
        }
    }
}

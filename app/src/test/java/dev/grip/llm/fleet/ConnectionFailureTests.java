package dev.grip.llm.fleet;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.grip.llm.Answer;
import dev.grip.llm.ChatModel;
import dev.grip.llm.FailureCategory;
import dev.grip.llm.http.Deadlines;
import dev.grip.rehearsal.WireOptions;
import dev.grip.rehearsal.faults.Effect;
import dev.grip.rehearsal.faults.Effect.Point;
import dev.grip.rehearsal.faults.Fault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Failures F1 to F5, F26 and F28 of model servers: what happens to connections and time. */
class ConnectionFailureTests {

    private static final Duration LONG = Duration.ofSeconds(60);

    @Test
    void f1AConnectionThatTheServerClosedIsReplacedAtOnceAndNothingIsSentTwice() throws Exception {
        Duration keptAlive = Duration.ofMillis(100);
        try (Rehearsed it = Rehearsed.with(config -> config.withWire(WireOptions.CURRENT.withKeepAlive(keptAlive)))) {
            ChatModel model = it.judge();
            for (int i = 0; i < 6; i++) {
                assertThat(model.chat(Rehearsed.request("item" + i)).text()).isEqualTo("fine");
                // Around the moment in which the server closes, where a client finds out only by sending.
                TimeUnit.MILLISECONDS.sleep(keptAlive.toMillis() - 2 + i);
            }
            for (int i = 0; i < 6; i++) {
                assertThat(it.ids("item" + i)).hasSize(1);
            }
            assertThat(it.fleet().tally().snapshot())
                    .allSatisfy(calls -> assertThat(calls.outcomes()).containsOnlyKeys("complete"));
        }
    }

    @Test
    void f2AServerThatIsAwayIsWaitedForAndItsReturnCostsNoAttempt() throws Exception {
        try (Rehearsed it = Rehearsed.with()) {
            ChatModel model = it.writer();
            it.server().kill();
            List<CompletableFuture<Answer>> open = List.of(
                    Rehearsed.ask(model, Rehearsed.request("a")),
                    Rehearsed.ask(model, Rehearsed.request("b")),
                    Rehearsed.ask(model, Rehearsed.request("c")));
            Rehearsed.until(() -> !usable(it));
            it.server().restart(same -> same);
            for (CompletableFuture<Answer> answer : open) {
                assertThat(answer.get(60, TimeUnit.SECONDS).text()).isEqualTo("fine");
            }
            for (String key : List.of("a", "b", "c")) {
                assertThat(it.sent(key)).hasSize(1);
            }
            Rehearsed.until(() -> usable(it));
        }
    }

    @ParameterizedTest
    @EnumSource(Point.class)
    void f3AnAnswerThatBreaksOffIsAskedForAgainUnderANewIdAndItsBeginningIsDropped(Point point) {
        for (Fault fault : List.of(Fault.reset(point).times(1), Fault.cut(point).times(1))) {
            try (Rehearsed it = Rehearsed.with(fault)) {
                assertThat(it.writer().chat(Rehearsed.request("a"))).isInstanceOf(Answer.Complete.class);
                assertThat(it.writer().chat(Rehearsed.request("b")).text()).isEqualTo("fine");
                assertThat(it.ids("a")).containsExactly("a-1", "a-2");
                assertThat(it.ids("b")).containsExactly("b-1");
            }
        }
    }

    @Test
    void f3AnAnswerThatAlwaysBreaksOffIsGivenUpAfterFourAttempts() {
        try (Rehearsed it = Rehearsed.with(Fault.reset(Point.MID_BODY).onRequestId("bad"))) {
            Answer answer = it.judge().chat(Rehearsed.request("bad"));
            assertThat(answer.failure()).contains(FailureCategory.SERVER_ERROR);
            // The third failure in a row opened the breaker and cost no attempt.
            assertThat(it.ids("bad")).containsExactly("bad-1", "bad-2", "bad-3", "bad-4", "bad-5");
        }
    }

    @Test
    void f4AFirstTokenThatDoesNotComeEndsTheCallAtTheServerAsWell() throws Exception {
        Deadlines impatient = new Deadlines(LONG, Duration.ofMillis(300), LONG);
        try (Rehearsed it = Rehearsed.with(Fault.hang().times(1))) {
            Answer answer = it.model(Role.GENERATOR, impatient).chat(Rehearsed.request("a"));
            assertThat(answer.text()).isEqualTo("fine");
            Rehearsed.until(() -> it.server().journal().cancelled() == 1);
            assertThat(it.ids("a")).containsExactly("a-1", "a-2");
        }
    }

    @Test
    void f5AGapInAStreamEndsTheCallEvenWhileCommentsKeepTheConnectionAlive() throws Exception {
        Deadlines impatient = new Deadlines(LONG, LONG, Duration.ofMillis(300));
        Fault stall = Fault.of(new Effect.Stall(1, Duration.ZERO, Duration.ofMillis(20)));
        try (Rehearsed it = Rehearsed.with(stall)) {
            Answer answer = it.model(Role.GENERATOR, impatient).chat(Rehearsed.request("a"));
            assertThat(answer.failure()).contains(FailureCategory.TIMEOUT);
            assertThat(((Answer.Failed) answer).message()).contains("another token within 0.3 s", "idle-timeout");
            Rehearsed.until(() -> it.server().journal().cancelled() == 2);
            assertThat(it.ids("a")).containsExactly("a-1", "a-2");
        }
    }

    @Test
    void f26TheLackOfFilesIsSaidAsSuch() {
        Trouble trouble = new ExchangeRules(Endpoint.of(Role.RATER, "http://localhost:1", "m"))
                .check(new dev.grip.llm.http.Exchange.Unreached("java.net.SocketException: Too many open files"))
                .trouble();
        assertThat(trouble.category()).isEqualTo(FailureCategory.UNREACHABLE);
        assertThat(trouble.retry()).isEqualTo(Trouble.Retry.REQUEUE);
        assertThat(trouble.advice()).contains("ulimit -n");
    }

    @Test
    void f28TimeIsMeasuredByTheMonotonicClockAlone() {
        JavaClasses calls = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.grip.llm");
        noClasses()
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .check(calls);
    }

    private static boolean usable(Rehearsed it) {
        return it.fleet().servers().stream().allMatch(ServerStatus::usable);
    }
}

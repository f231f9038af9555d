package dev.grip.llm.fleet;

import static dev.grip.llm.fleet.IdleServers.errand;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grip.llm.FailureCategory;
import dev.grip.llm.fleet.IdleServers.Caller;
import dev.grip.llm.fleet.Trouble.Retry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class AdmissionTests {

    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private final IdleServers servers = new IdleServers();
    private final Admission admission = servers.admission();

    @AfterEach
    void stop() {
        servers.close();
    }

    @Test
    void noMoreAreOutThanTheLimitAndTheNextGoesWhenOneIsBack() throws Exception {
        Replica one = servers.replica(2);
        ModelPool pool = servers.pool(one);
        servers.enter(pool, errand(1));
        servers.enter(pool, errand(1));
        Caller third = servers.waiting(pool, errand(1));
        assertThat(servers.out(one)).isEqualTo(2);
        servers.succeed(one, errand(1));
        assertThat(gone(third)).isSameAs(one);
        assertThat(servers.out(one)).isEqualTo(2);
    }

    @Test
    void aCallForSeveralAnswersTakesAsManyPlaces() throws Exception {
        Replica one = servers.replica(10);
        ModelPool pool = servers.pool(one);
        servers.enter(pool, errand(4));
        servers.enter(pool, errand(4));
        Caller third = servers.waiting(pool, errand(4));
        assertThat(servers.out(one)).isEqualTo(8);
        servers.succeed(one, errand(4));
        gone(third);
        assertThat(servers.out(one)).isEqualTo(8);
    }

    @Test
    void aCallForMoreAnswersThanMayBeOutGoesAlone() throws Exception {
        Replica one = servers.replica(4);
        ModelPool pool = servers.pool(one);
        servers.enter(pool, errand(1));
        Caller large = servers.waiting(pool, errand(9));
        Caller small = servers.waiting(pool, errand(1));
        servers.succeed(one, errand(1));
        assertThat(gone(large)).isSameAs(one);
        assertThat(small.ticket()).isNotDone();
        servers.succeed(one, errand(9));
        gone(small);
    }

    @Test
    void whoComesFirstGoesFirst() throws Exception {
        Replica one = servers.replica(1);
        ModelPool pool = servers.pool(one);
        servers.enter(pool, errand("other", "item"));
        List<Caller> callers = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            callers.add(servers.waiting(pool, errand("stage" + i, "item")));
        }
        for (int i = 0; i < 5; i++) {
            servers.succeed(one, errand(1));
            gone(callers.get(i));
            assertThat(callers.stream()
                            .filter(caller -> caller.ticket().isDone())
                            .count())
                    .isEqualTo(i + 1);
        }
    }

    @Test
    void callsGoToTheLeastBusyServer() throws Exception {
        Replica small = servers.replica(4);
        Replica large = servers.replica(16);
        ModelPool pool = servers.pool(small, large);
        Map<Replica, Integer> got = new HashMap<>();
        for (int i = 0; i < 20; i++) {
            got.merge(servers.enter(pool, errand("stage", "item" + i)), 1, Integer::sum);
        }
        assertThat(got).containsEntry(small, 4).containsEntry(large, 16);
    }

    @Test
    void callsThatBeginAlikeGoHomeUnlessThatIsBusierByAQuarter() throws Exception {
        Replica one = servers.replica(8);
        Replica other = servers.replica(8);
        ModelPool pool = servers.pool(one, other);
        Replica home = pool.home("item");
        for (int i = 0; i < 3; i++) {
            assertThat(servers.enter(pool, errand("stage", "item"))).isSameAs(home);
        }
        // Three of eight are more than a quarter above none.
        Replica away = home == one ? other : one;
        assertThat(servers.enter(pool, errand("stage", "item"))).isSameAs(away);
        assertThat(servers.enter(pool, errand("stage", "item"))).isSameAs(home);
    }

    @Test
    void homesAreSpreadOverAllServers() {
        List<Replica> all = List.of(servers.replica(1), servers.replica(1), servers.replica(1));
        ModelPool pool = servers.pool(all.toArray(Replica[]::new));
        Map<Replica, Integer> homes = new HashMap<>();
        for (int i = 0; i < 3_000; i++) {
            homes.merge(pool.home("problem " + i), 1, Integer::sum);
        }
        assertThat(homes.values()).hasSize(3).allMatch(number -> number > 900 && number < 1_100);
    }

    @Test
    void aFreeServerTakesWhoContinuesWhatItWasGivenLast() throws Exception {
        Replica one = servers.replica(1);
        ModelPool pool = servers.pool(one);
        servers.enter(pool, errand("judging", "item1"));
        Caller first = servers.waiting(pool, errand("solving", "item1"));
        Caller second = servers.waiting(pool, errand("judging", "item2"));
        Caller third = servers.waiting(pool, errand("judging", "item1"));
        for (Caller next : List.of(third, second, first)) {
            servers.succeed(one, errand(1));
            gone(next);
        }
    }

    @Test
    void severalModelsOnOneServerAreServedInTheOrderOfArrival() throws Exception {
        Replica one = servers.replica(1);
        List<ModelPool> pools = List.of(servers.pool(one), servers.pool(one), servers.pool(one));
        servers.enter(pools.get(0), errand("other", "item"));
        List<Caller> callers = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            callers.add(servers.waiting(pools.get(i * 7 % 3), errand("stage" + i, "item")));
        }
        for (Caller caller : callers) {
            servers.succeed(one, errand(1));
            gone(caller);
        }
    }

    @Test
    void whoContinuesAStageDoesNotOvertakeOlderCallsOfAnotherModel() throws Exception {
        Replica one = servers.replica(1);
        ModelPool busy = servers.pool(one);
        ModelPool other = servers.pool(one);
        servers.enter(busy, errand("judging", "item"));
        Caller oldest = servers.waiting(busy, errand("solving", "item"));
        Caller foreign = servers.waiting(other, errand("rating", "item"));
        Caller alike = servers.waiting(busy, errand("judging", "item"));
        for (Caller next : List.of(foreign, oldest, alike)) {
            servers.succeed(one, errand(1));
            gone(next);
        }
    }

    @Test
    void whoIsInterruptedWhileWaitingLosesNothingOfTheOthers() throws Exception {
        Replica one = servers.replica(1);
        ModelPool pool = servers.pool(one);
        servers.enter(pool, errand(1));
        Caller first = servers.waiting(pool, errand("a", "item"));
        Caller second = servers.waiting(pool, errand("b", "item"));
        first.thread().interrupt();
        assertInterrupted(first);
        assertThat(admission.waiting(pool)).isEqualTo(1);
        servers.succeed(one, errand(1));
        gone(second);
        assertThat(servers.out(one)).isEqualTo(1);
    }

    @Test
    void whenALargeCallGivesUpThoseWhoWaitedBehindItGo() throws Exception {
        Replica one = servers.replica(4);
        ModelPool pool = servers.pool(one);
        servers.enter(pool, errand(2));
        Caller large = servers.waiting(pool, errand(4));
        Caller small = servers.waiting(pool, errand(2));
        large.thread().interrupt();
        assertInterrupted(large);
        gone(small);
        assertThat(servers.out(one)).isEqualTo(4);
    }

    @Test
    void whoeverIsInterruptedAlreadyDoesNotEvenQueue() throws Exception {
        ModelPool pool = servers.pool(servers.replica(1));
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> servers.enter(pool, errand(1))).isInstanceOf(InterruptedException.class);
        assertThat(admission.waiting(pool)).isZero();
    }

    @Test
    void aServerThatAsksForAWaitIsLeftAloneForSoLong() throws Exception {
        Replica one = servers.replica(4);
        ModelPool pool = servers.pool(one);
        servers.enter(pool, errand(1));
        Duration asked = Duration.ofSeconds(5);
        admission.failed(
                one, errand(1), new Trouble(FailureCategory.OVERLOADED, "busy", "wait", Retry.WAIT, asked, ""));
        Caller caller = servers.waiting(pool, errand(1));
        servers.tempo().pass(asked.minusNanos(1));
        tick(one);
        assertThat(caller.ticket()).isNotDone();
        servers.tempo().pass(Duration.ofNanos(1));
        tick(one);
        gone(caller);
    }

    @Test
    void aBrokenServerGetsNobodyAndTheOthersGetAll() throws Exception {
        Replica one = servers.replica(1);
        Replica other = servers.replica(4);
        ModelPool pool = servers.pool(one, other);
        servers.breakDown(servers.pool(one), one);
        for (int i = 0; i < 4; i++) {
            assertThat(servers.enter(pool, errand("stage", "item" + i))).isSameAs(other);
        }
        servers.waiting(pool, errand(1));
        assertThat(servers.out(one)).isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void oneCallTriesAServerThatSeemsWellAndTheRestFollowsItsSuccess(boolean success) throws Exception {
        Replica one = servers.replica(32);
        ModelPool pool = servers.pool(one);
        servers.breakDown(pool, one);
        List<Caller> callers = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            callers.add(servers.waiting(pool, errand(1)));
        }
        admission.change(one, same -> same.breaker().looked(true, now()));
        Rehearsed.until(() -> done(callers) == 1);
        assertThat(servers.out(one)).isEqualTo(1);
        if (success) {
            servers.succeed(one, errand(1));
            // Carefully at first.
            Rehearsed.until(() -> done(callers) == 9);
            assertThat(servers.out(one)).isEqualTo(8);
        } else {
            Trouble trouble = servers.fail(one, errand(1), FailureCategory.SERVER_ERROR, Retry.BACKOFF);
            assertThat(trouble.retry()).isEqualTo(Retry.BACKOFF);
            assertThat(admission.waiting(pool)).isEqualTo(11);
            assertThat(servers.out(one)).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = FailureCategory.class,
            names = {"BAD_REQUEST", "TOO_LONG", "MALFORMED", "OVERLOADED"})
    void anyAnswerShowsThatAServerIsBackAndItIsFilledCarefully(FailureCategory category) throws Exception {
        Replica one = servers.replica(32);
        ModelPool pool = servers.pool(one);
        servers.breakDown(pool, one);
        admission.change(one, same -> same.breaker().looked(true, now()));
        servers.enter(pool, errand(1));
        servers.fail(one, errand(1), category, Retry.NEVER);
        assertThat(admission.<Boolean>read(one, same -> same.breaker().closed()))
                .isTrue();
        assertThat(admission.<Integer>read(one, same -> same.limit().value())).isLessThanOrEqualTo(8);
    }

    @Test
    void callsThatHangAtAServerFromBeforeDoNotKeepItFromBeingTried() throws Exception {
        Replica one = servers.replica(32);
        ModelPool pool = servers.pool(one);
        Errand hanging = errand("hanging", "item");
        servers.enter(pool, hanging);
        servers.breakDown(pool, one);
        admission.change(one, same -> same.breaker().looked(true, now()));
        Errand trial = errand("trial", "item");
        assertThat(servers.enter(pool, trial)).isSameAs(one);
        Caller next = servers.waiting(pool, errand("next", "item"));
        assertThat(next.ticket()).isNotDone();
        admission.leave(one, hanging);
        assertThat(admission.waiting(pool)).isEqualTo(1);
        servers.succeed(one, trial);
        gone(next);
    }

    @Test
    void aTrialThatSaysNothingIsFollowedByAnother() throws Exception {
        Replica one = servers.replica(32);
        ModelPool pool = servers.pool(one);
        servers.breakDown(pool, one);
        admission.change(one, same -> same.breaker().looked(true, now()));
        Errand trial = errand("trial", "item");
        servers.enter(pool, trial);
        Caller next = servers.waiting(pool, errand("next", "item"));
        admission.leave(one, trial);
        gone(next);
        assertThat(servers.out(one)).isEqualTo(1);
    }

    @Test
    void aCallThatFailsWithAllOthersIsNotAtFault() throws Exception {
        Replica one = servers.replica(32);
        ModelPool pool = servers.pool(one);
        for (int i = 0; i < 5; i++) {
            servers.enter(pool, errand(1));
        }
        List<Retry> left = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            left.add(servers.fail(one, errand(1), FailureCategory.SERVER_ERROR, Retry.BACKOFF)
                    .retry());
        }
        assertThat(left).containsExactly(Retry.BACKOFF, Retry.BACKOFF, Retry.REQUEUE, Retry.REQUEUE, Retry.REQUEUE);
    }

    @Test
    void whenNoServerCanBeUsedForLongerThanPatienceWhoeverWaitsIsTurnedAway() throws Exception {
        Replica one = servers.replica(4);
        ModelPool pool = servers.pool(one);
        servers.breakDown(pool, one);
        Caller early = servers.waiting(pool, errand(1));
        servers.tempo().pass(IdleServers.PATIENCE);
        assertThat(early.ticket()).isNotDone();
        servers.tempo().pass(A_MOMENT);
        Trouble refusal = early.ticket().get(60, TimeUnit.SECONDS).refusal();
        assertThat(refusal.category()).isEqualTo(FailureCategory.UNREACHABLE);
        assertThat(refusal.category().general()).isTrue();
        assertThat(refusal.retry()).isEqualTo(Retry.NEVER);
        assertThat(refusal.detail()).isEqualTo("it broke");
        assertThat(refusal.advice()).isEqualTo("mend it");
        assertThat(admission.waiting(pool)).isZero();
        // And whoever comes now need not wait as long.
        assertThat(admission.enter(pool, errand(1), IdleServers.PATIENCE).refusal())
                .isEqualTo(refusal);
    }

    @Test
    void lateAnswersOfAServerThatIsAwayDoNotMakePatienceEndless() throws Exception {
        Replica one = servers.replica(8);
        ModelPool pool = servers.pool(one);
        servers.enter(pool, errand(1));
        servers.enter(pool, errand(1));
        servers.breakDown(pool, one);
        servers.succeed(one, errand(1));
        servers.fail(one, errand(1), FailureCategory.BAD_REQUEST, Retry.NEVER);
        Caller caller = servers.waiting(pool, errand(1));
        servers.tempo().pass(IdleServers.PATIENCE.plus(A_MOMENT));
        assertThat(caller.ticket().get(60, TimeUnit.SECONDS).refusal().category())
                .isEqualTo(FailureCategory.UNREACHABLE);
    }

    @Test
    void patienceBeginsWhenTheServerGoesAwayAndNotWithATroubleLongBefore() throws Exception {
        Replica one = servers.replica(4);
        ModelPool pool = servers.pool(one);
        servers.enter(pool, errand(1));
        servers.fail(one, errand(1), FailureCategory.TOO_LONG, Retry.NEVER);
        servers.tempo().pass(Duration.ofHours(5));
        servers.breakDown(pool, one);
        Caller caller = servers.waiting(pool, errand(1));
        servers.tempo().pass(IdleServers.PATIENCE.minus(A_MOMENT));
        tick(one);
        assertThat(admission.waiting(pool)).isEqualTo(1);
        admission.change(one, same -> same.breaker().looked(true, now()));
        assertThat(gone(caller)).isSameAs(one);
    }

    @Test
    void aServerThatSeemsWellButFailsEachTrialIsAwayAllTheSame() throws Exception {
        Replica one = servers.replica(4);
        ModelPool pool = servers.pool(one);
        servers.breakDown(pool, one);
        for (int i = 0; i < 4; i++) {
            servers.tempo().pass(IdleServers.PATIENCE.dividedBy(4));
            admission.change(one, same -> same.breaker().looked(true, now()));
            servers.enter(pool, errand(1));
            servers.fail(one, errand(1), FailureCategory.SERVER_ERROR, Retry.BACKOFF);
        }
        servers.tempo().pass(A_MOMENT);
        assertThat(admission.enter(pool, errand(1), IdleServers.PATIENCE).refusal())
                .isNotNull();
    }

    @Test
    void aServerWithWrongSettingsTurnsEverybodyAwayForAWhile() throws Exception {
        Replica one = servers.replica(4);
        ModelPool pool = servers.pool(one);
        servers.enter(pool, errand(1));
        Trouble trouble = servers.fail(one, errand(1), FailureCategory.UNAUTHORIZED, Retry.NEVER);
        assertThat(trouble.retry()).isEqualTo(Retry.NEVER);
        assertThat(admission.enter(pool, errand(1), IdleServers.PATIENCE).refusal())
                .isEqualTo(trouble);
        servers.tempo().pass(Duration.ofSeconds(30));
        assertThat(servers.enter(pool, errand(1))).isSameAs(one);
    }

    @Test
    void ofTwoServersTheOneWithWrongSettingsIsLeftOut() throws Exception {
        Replica one = servers.replica(4);
        Replica other = servers.replica(4);
        ModelPool pool = servers.pool(one, other);
        servers.enter(servers.pool(one), errand(1));
        Trouble trouble = servers.fail(one, errand(1), FailureCategory.UNKNOWN_MODEL, Retry.NEVER);
        assertThat(trouble.retry()).isEqualTo(Retry.REQUEUE);
        for (int i = 0; i < 4; i++) {
            assertThat(servers.enter(pool, errand("stage", "item" + i))).isSameAs(other);
        }
    }

    @Test
    void aServerWithoutMetricsGetsMoreAsLongAsThatBringsMore() throws Exception {
        Replica one = servers.replica(64);
        ModelPool pool = servers.pool(one);
        rounds(pool, one, 40);
        assertThat(admission.<Integer>read(one, same -> same.limit().value())).isGreaterThan(32);
    }

    @Test
    void oneThatShowsMetricsIsNotTriedOutBesides() throws Exception {
        Replica one = servers.replica(64);
        one.measured(true);
        rounds(servers.pool(one), one, 40);
        assertThat(admission.<Integer>read(one, same -> same.limit().value())).isEqualTo(32);
    }

    /** Full rounds of calls, a second each. */
    private void rounds(ModelPool pool, Replica one, int number) throws InterruptedException {
        for (int i = 0; i < number; i++) {
            int limit = admission.read(one, same -> same.limit().value());
            for (int k = 0; k < limit; k++) {
                servers.enter(pool, errand(1));
            }
            servers.tempo().pass(Duration.ofSeconds(1));
            for (int k = 0; k < limit; k++) {
                admission.succeeded(one, errand(1), 100);
            }
        }
    }

    private long now() {
        return servers.tempo().nanoTime();
    }

    private void tick(Replica replica) {
        admission.change(replica, same -> {});
    }

    private static long done(List<Caller> callers) {
        return callers.stream().filter(caller -> caller.ticket().isDone()).count();
    }

    private static Replica gone(Caller caller) throws Exception {
        Replica replica = caller.ticket().get(60, TimeUnit.SECONDS).replica();
        assertThat(replica).isNotNull();
        return replica;
    }

    private static void assertInterrupted(Caller caller) {
        assertThatThrownBy(() -> caller.ticket().get(60, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(InterruptedException.class);
    }
}

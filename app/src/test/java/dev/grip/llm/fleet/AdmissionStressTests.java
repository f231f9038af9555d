package dev.grip.llm.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grip.llm.FailureCategory;
import dev.grip.llm.fleet.IdleServers.Caller;
import dev.grip.llm.fleet.Trouble.Retry;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class AdmissionStressTests {

    private static final int CALLERS = 40;
    private static final int CALLS = 100;

    private final IdleServers servers = new IdleServers();
    private final AtomicInteger tooMany = new AtomicInteger();

    @AfterEach
    void stop() {
        servers.close();
    }

    @Test
    void whateverBecomesOfManyCallsNoPlaceIsLostAndNoneIsGivenTwice() throws Exception {
        Replica one = servers.replica(8);
        Replica other = servers.replica(3);
        List<ModelPool> pools = List.of(servers.pool(one), servers.pool(one, other), servers.pool(other));
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            Random random = new Random(i);
            ModelPool pool = pools.get(i % 3);
            threads.add(new Thread(() -> callAgainAndAgain(pool, random)));
        }
        threads.forEach(Thread::start);
        Random random = new Random(1);
        while (threads.stream().anyMatch(Thread::isAlive)) {
            threads.get(random.nextInt(CALLERS)).interrupt();
            Thread.onSpinWait();
        }
        assertThat(tooMany).hasValue(0);
        assertThat(servers.out(one)).isZero();
        assertThat(servers.out(other)).isZero();
        for (ModelPool pool : pools) {
            assertThat(servers.admission().waiting(pool)).isZero();
        }
    }

    private void callAgainAndAgain(ModelPool pool, Random random) {
        for (int i = 0; i < CALLS; i++) {
            Errand errand = new Errand("key", "stage" + random.nextInt(3), "item" + random.nextInt(5), 1);
            try {
                Replica replica = servers.enter(pool, errand);
                if (servers.admission()
                        .read(replica, busy -> busy.out() > busy.limit().value())) {
                    tooMany.incrementAndGet();
                }
                leave(replica, errand, random.nextInt(3));
            } catch (InterruptedException e) {
                // It gave up; the next call is another.
            }
        }
    }

    private void leave(Replica replica, Errand errand, int how) {
        switch (how) {
            case 0 -> servers.admission().leave(replica, errand);
            case 1 -> servers.fail(replica, errand, FailureCategory.BAD_REQUEST, Retry.NEVER);
            // A limit that is found by trying must not move here, so nothing is counted.
            default -> servers.admission().succeeded(replica, errand, 0);
        }
    }

    @Test
    void aPlaceGivenToOneWhoIsInterruptedAtThatMomentGoesToTheNext() throws Exception {
        Replica one = servers.replica(1);
        ModelPool pool = servers.pool(one);
        Errand errand = IdleServers.errand(1);
        for (int i = 0; i < 200; i++) {
            servers.enter(pool, errand);
            Caller first = servers.waiting(pool, errand);
            Caller second = servers.waiting(pool, errand);
            first.thread().interrupt();
            servers.succeed(one, errand);
            if (went(first)) {
                servers.succeed(one, errand);
            }
            assertThat(went(second)).isTrue();
            servers.succeed(one, errand);
            assertThat(servers.out(one)).isZero();
        }
    }

    private static boolean went(Caller caller) throws Exception {
        try {
            return caller.ticket().get(60, TimeUnit.SECONDS).replica() != null;
        } catch (ExecutionException e) {
            assertThat(e).hasCauseInstanceOf(InterruptedException.class);
            return false;
        }
    }
}

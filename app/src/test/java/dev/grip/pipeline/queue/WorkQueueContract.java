package dev.grip.pipeline.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grip.pipeline.queue.WorkQueue.Lease;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every {@link WorkQueue} does, whatever carries it. A test class of an implementation extends this. */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@SuppressWarnings("NullAway.Init")
abstract class WorkQueueContract {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration AT_ONCE = Duration.ofMillis(50);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private WorkQueue queue;

    /** A queue in which so many slices may wait, and whose leases last for the given time; the test closes it. */
    abstract WorkQueue open(int capacity, Duration lease) throws Exception;

    @BeforeEach
    void open() throws Exception {
        queue = open(8, Duration.ofMinutes(5));
    }

    @AfterEach
    void close() {
        queue.close();
        threads.shutdownNow();
    }

    @Test
    void whatIsPublishedIsHandedOutOnce() throws Exception {
        publish("a");
        publish("b");

        Lease first = take();
        Lease second = take();

        assertThat(List.of(first.task(), second.task())).containsExactlyInAnyOrder(task("a"), task("b"));
        assertThat(first.delivery()).isEqualTo(1);
        assertThat(queue.size()).isEqualTo(2);
        assertThat(queue.take(AT_ONCE)).isEmpty();
        first.done();
        second.done();
        assertThat(queue.size()).isZero();
        assertThat(queue.take(AT_ONCE)).isEmpty();
    }

    @Test
    void whatWaitsOrIsWorkedOnIsNotAddedASecondTime() throws Exception {
        publish("a");
        publish("a");
        Lease lease = take();
        publish("a");

        assertThat(queue.take(AT_ONCE)).isEmpty();
        lease.done();
        publish("a");
        assertThat(take().task()).isEqualTo(task("a"));
    }

    @Test
    void whatIsReleasedIsHandedOutAgain() throws Exception {
        publish("a");
        take().release();

        Lease again = take();

        assertThat(again.task()).isEqualTo(task("a"));
        assertThat(again.delivery()).isEqualTo(2);
    }

    @Test
    void aLeaseThatIsNotRenewedIsLostAndTheSliceHandedOutAgain() throws Exception {
        try (WorkQueue quick = open(8, Duration.ofSeconds(1))) {
            quick.publish(task("a"), SOON);
            Lease lost = quick.take(SOON).orElseThrow();

            Lease again = quick.take(SOON).orElseThrow();

            assertThat(again.task()).isEqualTo(task("a"));
            assertThat(lost.renew()).isFalse();
            lost.done();
            assertThat(quick.size())
                    .as("the end of a lost lease is no end of the work")
                    .isEqualTo(1);
            again.done();
            assertThat(quick.size()).isZero();
        }
    }

    @Test
    void aRenewedLeaseOutlastsItsPeriod() throws Exception {
        try (WorkQueue quick = open(8, Duration.ofSeconds(2))) {
            quick.publish(task("a"), SOON);
            Lease lease = quick.take(SOON).orElseThrow();
            Future<Boolean> handedOutAgain =
                    threads.submit(() -> quick.take(Duration.ofSeconds(5)).isPresent());
            while (!handedOutAgain.isDone()) {
                assertThat(lease.renew()).isTrue();
                TimeUnit.MILLISECONDS.sleep(100);
            }
            assertThat(handedOutAgain.get()).isFalse();
        }
    }

    @Test
    void aFullQueueMakesPublishersWaitUntilSomethingIsTaken() throws Exception {
        for (int i = 0; i < 8; i++) {
            publish("s" + i);
        }
        assertThat(queue.publish(task("more"), AT_ONCE)).isFalse();
        CountDownLatch begun = new CountDownLatch(1);
        Future<Boolean> published = threads.submit(() -> {
            begun.countDown();
            return queue.publish(task("more"), SOON);
        });
        begun.await();

        take().done();

        assertThat(published.get()).isTrue();
    }

    @Test
    void manyWorkersFinishEverythingThoughSomeGiveUp() throws Exception {
        int slices = 300;
        Set<String> done = ConcurrentHashMap.newKeySet();
        AtomicInteger handedOut = new AtomicInteger();
        List<Future<?>> workers = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            workers.add(threads.submit(() -> {
                while (done.size() < slices) {
                    var lease = queue.take(AT_ONCE);
                    if (lease.isPresent() && handedOut.incrementAndGet() % 7 == 0) {
                        lease.get().release();
                    } else if (lease.isPresent()) {
                        done.add(lease.get().task().slice());
                        lease.get().done();
                    }
                }
                return null;
            }));
        }
        for (int i = 0; i < slices; i++) {
            publish("s" + i);
        }
        for (Future<?> worker : workers) {
            worker.get();
        }
        assertThat(done).hasSize(slices);
        assertThat(queue.size()).isZero();
    }

    @Test
    void closingEndsAllWaiting() throws Exception {
        Future<Boolean> waiting = threads.submit(() -> queue.take(SOON).isPresent());

        queue.close();

        assertThat(waiting.get()).isFalse();
        assertThat(queue.publish(task("late"), AT_ONCE)).isFalse();
    }

    private void publish(String slice) throws InterruptedException {
        assertThat(queue.publish(task(slice), SOON)).isTrue();
    }

    private Lease take() throws InterruptedException {
        return queue.take(SOON).orElseThrow();
    }

    private static SliceTask task(String slice) {
        return new SliceTask("run-1", slice, 0, 1);
    }
}

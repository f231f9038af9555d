package dev.grip.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CallsTests {

    private final ExecutorService threads = Executors.newFixedThreadPool(4);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void theFirstFailureEndsItAndInterruptsWhatIsUnderWay() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        assertThatThrownBy(() -> new Calls(threads, 2)
                        .each(List.of(0, 1, 2, 3), item -> call(item, started, interrupted), item -> {}))
                .isInstanceOf(ModelServerException.class)
                .hasMessage("server away");
        assertThat(interrupted.await(60, TimeUnit.SECONDS)).isTrue();
    }

    private static int call(int item, CountDownLatch started, CountDownLatch interrupted) {
        try {
            if (item == 0) {
                started.await();
                throw new ModelServerException(FailureCategory.UNREACHABLE, "server away");
            }
            started.countDown();
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            interrupted.countDown();
        }
        return item;
    }

    @Test
    void resultsComeInTheOrderOfTheItemsOnTheCallersThread() {
        List<Integer> results = new ArrayList<>();
        Thread caller = Thread.currentThread();
        new Calls(threads, 8).each(IntStream.range(0, 100).boxed().toList(), item -> item * 2, result -> {
            assertThat(Thread.currentThread()).isSameAs(caller);
            results.add(result);
        });
        assertThat(results)
                .isEqualTo(IntStream.range(0, 100).map(i -> i * 2).boxed().toList());
    }

    @Test
    void noMoreThanTheWindowIsAhead() {
        AtomicInteger taken = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        Iterable<Integer> items =
                () -> IntStream.range(0, 50).peek(i -> taken.incrementAndGet()).iterator();
        new Calls(threads, 3).each(items, item -> item, item -> {
            assertThat(taken.get() - done.get()).isLessThanOrEqualTo(4);
            done.incrementAndGet();
        });
        assertThat(done).hasValue(50);
    }

    @Test
    void anErrorOfACallIsNotLost() {
        assertThatThrownBy(() -> new Calls(threads, 1)
                        .each(
                                List.of(1),
                                item -> {
                                    throw new AssertionError("broken");
                                },
                                item -> {}))
                .hasRootCauseMessage("broken");
    }

    @Test
    void groupsBringWhatIsDoneAndNotWhatIsWaitedFor() {
        CountDownLatch others = new CountDownLatch(99);
        List<Integer> results = new ArrayList<>();
        Thread caller = Thread.currentThread();
        new Calls(threads, 8)
                .inGroups(IntStream.range(0, 100).boxed().toList(), item -> slow(item, others), 10, group -> {
                    assertThat(Thread.currentThread()).isSameAs(caller);
                    assertThat(group).hasSizeBetween(1, 10);
                    results.addAll(group);
                    group.forEach(item -> others.countDown());
                });
        assertThat(results).hasSize(100).doesNotHaveDuplicates().endsWith(0);
    }

    private static int slow(int item, CountDownLatch others) {
        try {
            if (item == 0) {
                others.await();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return item;
    }

    @Test
    void whatWasDoneBeforeAFailureIsHandedOn() {
        List<Integer> results = new ArrayList<>();
        CountDownLatch stored = new CountDownLatch(3);
        assertThatThrownBy(() -> new Calls(threads, 4)
                        .inGroups(List.of(0, 1, 2, 3), item -> failing(item, stored), 10, group -> {
                            results.addAll(group);
                            group.forEach(item -> stored.countDown());
                        }))
                .isInstanceOf(ModelServerException.class);
        assertThat(results).containsExactlyInAnyOrder(0, 1, 2);
    }

    private static int failing(int item, CountDownLatch stored) {
        try {
            if (item == 3) {
                stored.await();
                throw new ModelServerException(FailureCategory.UNREACHABLE, "server away");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return item;
    }

    @Test
    void aWindowOfNothingIsRefused() {
        assertThatThrownBy(() -> new Calls(threads, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("window is 0");
    }
}

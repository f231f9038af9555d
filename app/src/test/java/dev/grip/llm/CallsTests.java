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
    void aWindowOfNothingIsRefused() {
        assertThatThrownBy(() -> new Calls(threads, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("window is 0");
    }
}

package dev.grip.kprg.loading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grip.kprg.runtime.Cancellation;
import dev.grip.kprg.runtime.Progress;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WorkersTests {

    @Test
    void runsAllTasksAtOnce() {
        var together = new CountDownLatch(3);
        Callable<Boolean> task = () -> {
            together.countDown();
            together.await();
            return true;
        };
        new Workers(new Pace(Cancellation.NEVER, Progress.NONE)).run(List.of(task, task, task));
        assertThat(together.getCount()).isZero();
    }

    @Test
    void aFailureStopsTheOthersAndIsTheOneThrown() {
        var pace = new Pace(Cancellation.NEVER, Progress.NONE);
        var ended = new AtomicInteger();
        Callable<Boolean> endless = () -> {
            try {
                while (true) {
                    pace.count(1);
                }
            } finally {
                ended.incrementAndGet();
            }
        };
        Callable<Boolean> failing = () -> {
            throw new IllegalStateException("no id");
        };
        assertThatThrownBy(() -> new Workers(pace).run(List.of(endless, failing, endless)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no id");
        assertThat(ended).hasValue(2);
    }

    @Test
    void cancellationStopsAllAndIsWhatIsThrown() {
        var pace = new Pace(
                () -> {
                    throw new IllegalStateException("timed out");
                },
                Progress.NONE);
        Callable<Boolean> endless = () -> {
            while (true) {
                pace.count(1);
            }
        };
        assertThatThrownBy(() -> new Workers(pace).run(List.of(endless, endless)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("timed out");
    }
}

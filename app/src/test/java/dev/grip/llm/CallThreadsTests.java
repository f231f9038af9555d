package dev.grip.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CallThreadsTests {

    @Test
    void threadsAreVirtualExactlyWhereJavaHasThem() throws Exception {
        ExecutorService threads = CallThreads.open("calls", 2);
        try {
            String thread =
                    threads.submit(() -> Thread.currentThread().toString()).get(60, TimeUnit.SECONDS);
            assertThat(thread.contains("VirtualThread")).isEqualTo(CallThreads.virtual());
            assertThat(CallThreads.virtual()).isEqualTo(Runtime.version().feature() >= 21);
            assertThat(thread).contains("calls-1");
            assertThat(threads.submit(() -> Thread.currentThread().isDaemon()).get(60, TimeUnit.SECONDS))
                    .isTrue();
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void neverMoreWorkThanAllowed() throws Exception {
        ExecutorService threads = CallThreads.open("calls", 2);
        try {
            CountDownLatch begun = new CountDownLatch(2);
            CountDownLatch end = new CountDownLatch(1);
            Future<?> third = null;
            for (int i = 0; i < 3; i++) {
                third = threads.submit(() -> {
                    begun.countDown();
                    return end.await(60, TimeUnit.SECONDS);
                });
            }
            assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();
            assertThat(third.isDone()).isFalse();
            end.countDown();
            third.get(60, TimeUnit.SECONDS);
        } finally {
            threads.shutdownNow();
        }
    }
}

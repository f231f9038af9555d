package dev.grip.pipeline.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grip.pipeline.queue.WorkQueue.Lease;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LocalQueueTests extends WorkQueueContract {

    @Override
    WorkQueue open(int capacity, Duration lease) {
        return new LocalQueue(capacity, lease);
    }

    @Test
    void aLeaseEndsToTheNanosecondUnlessItIsRenewed() throws InterruptedException {
        AtomicLong now = new AtomicLong();
        try (LocalQueue queue = new LocalQueue(4, Duration.ofNanos(100), now::get)) {
            queue.publish(new SliceTask("r", "a", 0, 1), Duration.ZERO);
            Lease first = queue.take(Duration.ZERO).orElseThrow();
            now.set(99);
            assertThat(first.renew()).isTrue();
            now.set(198);
            assertThat(queue.take(Duration.ZERO)).isEmpty();
            now.set(199);
            assertThat(queue.take(Duration.ZERO))
                    .get()
                    .extracting(Lease::delivery)
                    .isEqualTo(2);
            assertThat(first.renew()).isFalse();
        }
    }
}

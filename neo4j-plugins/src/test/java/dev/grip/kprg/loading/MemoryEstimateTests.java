package dev.grip.kprg.loading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MemoryEstimateTests {

    private final MemoryEstimate estimate = new MemoryEstimate(600_000, 10_000_000);

    @Test
    void countsTwentyBytesARelationshipAndFortyEightAKnowledgePoint() {
        assertThat(estimate.bytes()).isEqualTo(228_800_000L);
        assertThatCode(() -> estimate.check(228_800_000L, 228_800_000L)).doesNotThrowAnyException();
    }

    @Test
    void refusesMoreThanTheLimitAndSaysWhichLimitWouldDo() {
        assertThatThrownBy(() -> estimate.check(228_799_999L, Long.MAX_VALUE))
                .hasMessage(
                        "The projection of the KPRG needs about 228,800,000 bytes (10,000,000 relationships of 20,"
                                + " 600,000 knowledge points of 48), more than the 228,799,999 bytes of"
                                + " server.kprg.projection.memory_limit: raise that setting in neo4j.conf to at least 228800000");
    }

    @Test
    void refusesMoreThanTheFreeHeap() {
        assertThatThrownBy(() -> estimate.check(Long.MAX_VALUE, 1_000))
                .hasMessageContaining("needs about 228,800,000 bytes")
                .hasMessageEndingWith(
                        "but only 1,000 bytes of heap are free: raise server.memory.heap.max_size in neo4j.conf");
    }
}

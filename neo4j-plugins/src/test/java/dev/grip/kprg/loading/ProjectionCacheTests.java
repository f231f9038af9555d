package dev.grip.kprg.loading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grip.kprg.projection.KprgGraph;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ProjectionCacheTests {

    private final ProjectionCache cache = new ProjectionCache();
    private final CachedProjection first = holding();
    private final CachedProjection second = holding();
    private final CachedProjection third = holding();

    @Test
    void lessThanTheLimitStays() {
        cache.evict(third, 3 * third.bytes());
        assertThat(first.held(1)).isPresent();
        assertThat(second.held(1)).isPresent();
    }

    @Test
    void theLeastRecentlyUsedGoesFirst() {
        assertThat(first.held(1)).isPresent();
        cache.evict(third, 2 * third.bytes());
        assertThat(second.held(1)).isEmpty();
        assertThat(first.held(1)).isPresent();
    }

    @Test
    void theLatestStaysEvenAlone() {
        cache.evict(third, 1);
        assertThat(first.held(1)).isEmpty();
        assertThat(second.held(1)).isEmpty();
        assertThat(third.held(1)).isPresent();
    }

    @Test
    void anotherEpochIsAnotherProjection() {
        assertThat(first.held(2)).isEmpty();
    }

    private CachedProjection holding() {
        CachedProjection projection = cache.of(UUID.randomUUID());
        projection.hold(KprgGraph.of(3, new int[][] {{0, 1, 1}}, new int[][] {{0, 1}}), 0);
        return projection;
    }
}

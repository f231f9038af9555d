package dev.grip.llm.fleet;

import dev.grip.llm.fleet.Trouble.Retry;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a failed call says about its server, and what of the trouble is left for the call itself. */
final class Diagnosis {

    private static final Duration MISCONFIGURED = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(Diagnosis.class);

    private Diagnosis() {}

    static Trouble of(Replica replica, Trouble trouble, long now) {
        return switch (trouble.category()) {
            case OVERLOADED -> overloaded(replica, trouble, now);
            case UNREACHABLE -> unreached(replica, trouble, now);
            case SERVER_ERROR, TIMEOUT -> failed(replica, trouble, now);
            case UNAUTHORIZED, UNKNOWN_MODEL -> misconfigured(replica, trouble, now);
            case BAD_REQUEST, TOO_LONG, MALFORMED, POISONED, BAD_STAGE, CANCELLED -> answered(replica, trouble);
        };
    }

    /** A call that went to the server before it was away says nothing about the one that is tried now. */
    static Trouble late(Trouble trouble) {
        return again(trouble) ? trouble.withRetry(Retry.REQUEUE) : trouble;
    }

    private static boolean again(Trouble trouble) {
        return trouble.retry() == Retry.BACKOFF || trouble.retry() == Retry.ONE_MORE;
    }

    private static Trouble overloaded(Replica replica, Trouble trouble, long now) {
        replica.limit().refused(now);
        if (!trouble.askedWait().isZero()) {
            replica.waitUntil(
                    now + RetryPolicy.DEFAULT.capped(trouble.askedWait()).toNanos());
        }
        return answered(replica, trouble);
    }

    private static Trouble unreached(Replica replica, Trouble trouble, long now) {
        replica.failed(trouble);
        if (replica.breaker().unreached(trouble.detail(), now)) {
            tell(replica, trouble);
        }
        return trouble;
    }

    private static Trouble failed(Replica replica, Trouble trouble, long now) {
        if (!again(trouble)) {
            return trouble;
        }
        replica.failed(trouble);
        if (!replica.measured() && trouble.retry() == Retry.ONE_MORE) {
            replica.limit().refused(now);
        }
        boolean alone = replica.breaker().trying();
        if (replica.breaker().failed(trouble.detail(), now)) {
            tell(replica, trouble);
        }
        // A server that fails on everybody fails on this call as well, which is then not at fault; unless it was the
        // one
        // that a server of good health was tried with.
        return replica.breaker().closed() || alone ? trouble : trouble.withRetry(Retry.REQUEUE);
    }

    private static Trouble misconfigured(Replica replica, Trouble trouble, long now) {
        replica.misconfigured(trouble, now + MISCONFIGURED.toNanos());
        boolean another = replica.pools().stream()
                .flatMap(pool -> pool.replicas().stream())
                .anyMatch(other -> other.usable(now));
        return another ? trouble.withRetry(Retry.REQUEUE) : trouble;
    }

    private static void tell(Replica replica, Trouble trouble) {
        LOG.warn(
                "Model server {}: {}; {}. No call goes there until it is well again",
                replica.url(),
                trouble.detail(),
                trouble.advice());
    }

    /** Whatever it answered, it is there. */
    private static Trouble answered(Replica replica, Trouble trouble) {
        if (replica.breaker().succeeded()) {
            replica.limit().restart();
        }
        return trouble;
    }
}

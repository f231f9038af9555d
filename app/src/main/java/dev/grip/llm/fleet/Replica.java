package dev.grip.llm.fleet;

import dev.grip.llm.FailureCategory;
import dev.grip.llm.fleet.Trouble.Retry;
import dev.grip.llm.http.ServerConnection;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One server as calls meet it: how many are out, how many may be, and whether it may be asked at all. Several roles can share
 * it. The state belongs to {@link Admission}, which alone reads and changes it, under its lock.
 */
final class Replica implements AutoCloseable {

    private static final Duration FRESH = Duration.ofSeconds(10);

    private final ServerConnection connection;
    private final ConcurrencyLimit limit;
    private final Breaker breaker = new Breaker();
    private final List<ModelPool> pools = new ArrayList<>();
    private int out;
    private int peak;
    private @Nullable Errand trial;
    private long notBefore = Long.MIN_VALUE;
    private @Nullable Trouble failure;
    private @Nullable Trouble misconfigured;
    private long misconfiguredUntil = Long.MIN_VALUE;
    private String lastStage = "";
    private String lastAffinity = "";
    private volatile boolean measured;
    private volatile ServerFacts facts = ServerFacts.NONE;
    private volatile @Nullable Reading reading;

    private record Reading(ServerLoad load, long at) {}

    Replica(ServerConnection connection, int most) {
        this.connection = connection;
        this.limit = new ConcurrencyLimit(most);
    }

    ServerConnection connection() {
        return connection;
    }

    URI url() {
        return connection.url();
    }

    /** Whether its metrics can be read. */
    boolean measured() {
        return measured;
    }

    void measured(boolean readable) {
        measured = readable;
    }

    /** Its metrics said this at this time. */
    void measured(ServerLoad load, long at) {
        measured = true;
        reading = new Reading(load, at);
    }

    /** What it says of itself; what it leaves out is as before. */
    void says(ServerFacts said) {
        facts = said.or(facts);
    }

    Breaker breaker() {
        return breaker;
    }

    ConcurrencyLimit limit() {
        return limit;
    }

    List<ModelPool> pools() {
        return pools;
    }

    int out() {
        return out;
    }

    /** Most that were out since this was asked last. */
    int takePeak() {
        int most = peak;
        peak = out;
        return most;
    }

    /** Nobody is sent here before this time. */
    void waitUntil(long time) {
        notBefore = Math.max(notBefore, time);
    }

    /** Settings that cannot work here; until then it is not asked again. */
    void misconfigured(Trouble trouble, long until) {
        misconfigured = trouble;
        misconfiguredUntil = until;
    }

    /** Somebody looked and found that its settings work. */
    void configured() {
        misconfigured = null;
        misconfiguredUntil = Long.MIN_VALUE;
    }

    Optional<Trouble> misconfiguration(long now) {
        return now < misconfiguredUntil ? Optional.ofNullable(misconfigured) : Optional.empty();
    }

    /** The last trouble that spoke against it. */
    void failed(Trouble with) {
        failure = with;
    }

    /** What calls are told that would wait here in vain: it has been away for longer than {@code patience}, or its settings are wrong. */
    Optional<Trouble> hopeless(long now, Duration patience) {
        boolean away = !usable(now) && breaker.openFor(now) > patience.toNanos();
        return away ? Optional.of(away()) : misconfiguration(now);
    }

    private Trouble away() {
        Trouble last = failure;
        String reason = breaker.reason().orElse("it does not answer");
        return last == null
                ? Trouble.of(
                        FailureCategory.UNREACHABLE,
                        Retry.NEVER,
                        reason,
                        "look into the server's log and start it again")
                : last.withCategory(FailureCategory.UNREACHABLE).withRetry(Retry.NEVER);
    }

    boolean usable(long now) {
        return (breaker.closed() || breaker.trying()) && misconfiguration(now).isEmpty();
    }

    /** While it is being tried, calls that went there before and may hang keep nobody from trying it. */
    boolean hasRoom(int sequences, long now) {
        if (!usable(now) || notBefore > now) {
            return false;
        }
        return breaker.trying() ? trial == null : out == 0 || out + sequences <= limit.value();
    }

    boolean full() {
        return out >= limit.value();
    }

    /** The share of its limit that is out. */
    double load() {
        return (double) out / limit.value();
    }

    /** Whether this is the one call that it is being tried with. */
    boolean isTriedBy(Errand errand) {
        return errand.equals(trial);
    }

    void enter(Errand errand) {
        out += errand.sequences();
        peak = Math.max(peak, out);
        if (breaker.trying()) {
            trial = errand;
        }
        lastStage = errand.stage();
        lastAffinity = errand.affinity();
    }

    void leave(Errand errand) {
        out -= errand.sequences();
        if (isTriedBy(errand)) {
            trial = null;
        }
    }

    String lastStage() {
        return lastStage;
    }

    String lastAffinity() {
        return lastAffinity;
    }

    ServerStatus status(String model, long now) {
        String reason = misconfiguration(now)
                .map(Trouble::detail)
                .orElse(breaker.reason().orElse(""));
        return new ServerStatus(url(), model, facts, out, limit.value(), state(now), measured, load(now), reason);
    }

    private ServerState state(long now) {
        if (misconfiguration(now).isPresent()) {
            return ServerState.MISCONFIGURED;
        }
        if (breaker.closed()) {
            return ServerState.READY;
        }
        return breaker.trying() ? ServerState.TRYING : ServerState.LEFT_ALONE;
    }

    /** Null when its metrics were last read too long ago to say anything about now. */
    private @Nullable ServerLoad load(long now) {
        Reading last = reading;
        return last != null && now - last.at() <= FRESH.toNanos() ? last.load() : null;
    }

    @Override
    public void close() {
        connection.close();
    }
}

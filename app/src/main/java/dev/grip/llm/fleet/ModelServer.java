package dev.grip.llm.fleet;

import dev.grip.llm.FailureCategory;
import dev.grip.llm.ServedModel;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * One endpoint in use: permits for calls in flight, the only place that repeats calls, and whether its answers are
 * simulated. Thread-safe; a permit is held while a request is out, never during a pause.
 */
final class ModelServer implements AutoCloseable {

    static final String REHEARSAL = "rehearsal";

    private final Endpoint endpoint;
    private final EndpointClient http;
    private final StatusRules rules;
    private final RetryPolicy policy;
    private final Tempo tempo;
    private final CallTally tally;
    private final Semaphore permits;
    private final Lock probing = new ReentrantLock();
    private volatile boolean probed;
    private volatile boolean rehearsal;

    ModelServer(Endpoint endpoint, RetryPolicy policy, Tempo tempo, CallTally tally) {
        this.endpoint = endpoint;
        this.http = new EndpointClient(endpoint);
        this.rules = new StatusRules(endpoint);
        this.policy = policy;
        this.tempo = tempo;
        this.tally = tally;
        this.permits = new Semaphore(endpoint.maxConcurrent(), true);
    }

    Endpoint endpoint() {
        return endpoint;
    }

    CallTally tally() {
        return tally;
    }

    ServedModel served() {
        return new ServedModel(endpoint.role().word(), endpoint.model(), endpoint.url(), endpoint.weight(), rehearsal);
    }

    /** Posts until there is a value or no attempt is left; request ids are {@code key-1}, {@code key-2} and so on. */
    <T> Attempt<T> call(String path, byte[] json, String key, Function<Reply, Attempt<T>> parse)
            throws InterruptedException {
        RetryCount count = new RetryCount(policy, tempo);
        for (int sent = 1; ; sent++) {
            Attempt<T> attempt =
                    send(path, json, key + "-" + sent).then(rules::check).then(parse);
            Trouble trouble = attempt.trouble();
            if (trouble == null) {
                learnWhetherRehearsal();
                return attempt;
            }
            Optional<Duration> pause = count.next(trouble);
            if (pause.isEmpty()) {
                return Attempt.failed(explained(trouble));
            }
            tempo.pause(pause.get());
        }
    }

    private Attempt<Reply> send(String path, byte[] json, String requestId) throws InterruptedException {
        permits.acquire();
        try {
            tally.sent(endpoint);
            return http.post(path, json, requestId);
        } finally {
            permits.release();
        }
    }

    private Trouble explained(Trouble trouble) throws InterruptedException {
        if (trouble.category() != FailureCategory.UNKNOWN_MODEL) {
            return trouble;
        }
        EndpointReport report = probe();
        return report.servedModels().isEmpty() || report.modelServed()
                ? trouble
                : Trouble.of(trouble.category(), trouble.retry(), trouble.detail(), ModelProbe.choice(report));
    }

    EndpointReport probe() throws InterruptedException {
        EndpointReport report = new ModelProbe(endpoint, http).report();
        if (report.rehearsal()) {
            rehearsal = true;
        }
        // Last, because a call that sees it set takes what is known by then for the truth.
        if (report.reachable()) {
            probed = true;
        }
        return report;
    }

    /** Notes an answer's {@code system_fingerprint}. Once seen as a rehearsal, a server stays one. */
    void sawFingerprint(String fingerprint) {
        if (REHEARSAL.equals(fingerprint)) {
            rehearsal = true;
        }
    }

    // A server that was away when it was probed may answer now; what it says must not pass for a model's work unasked.
    private void learnWhetherRehearsal() throws InterruptedException {
        if (probed || rehearsal) {
            return;
        }
        probing.lockInterruptibly();
        try {
            if (!probed) {
                probe();
            }
        } finally {
            probing.unlock();
        }
    }

    @Override
    public void close() {
        http.close();
    }
}

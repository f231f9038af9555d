package dev.grip.llm.fleet;

import dev.grip.llm.CallTime;
import dev.grip.llm.Charging;
import dev.grip.llm.FailureCategory;
import dev.grip.llm.fleet.Trouble.Retry;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * Brings calls to a model's servers and answers back: the one place that repeats calls. A place at a server is held while a
 * request is out, never during a pause. Thread-safe.
 */
final class Delivery {

    private final Endpoint endpoint;
    private final ModelPool pool;
    private final Dispatch dispatch;
    private final StageHistory stages;

    /** What all models of a fleet share on the way of a call. */
    record Dispatch(Admission admission, RetryPolicy policy, RetryBudget budget, Tempo tempo, CallTally tally) {}

    /** One try at one server. */
    interface Sending<T> {
        Attempt<T> send(Replica replica, String requestId) throws InterruptedException;
    }

    /** For the role of {@code endpoint}, whose servers other roles may share. */
    Delivery(Endpoint endpoint, ModelPool pool, Dispatch dispatch) {
        this.endpoint = endpoint;
        this.pool = pool;
        this.dispatch = dispatch;
        this.stages = pool.stages();
    }

    ModelPool pool() {
        return pool;
    }

    /**
     * Sends until there is a value or no attempt is left; request ids are {@code key-1}, {@code key-2} and so on. {@code size} is
     * how much work an answer was for the server, in tokens where they are known.
     */
    <T> Attempt<T> deliver(Errand errand, Sending<T> sending, ToIntFunction<T> size) throws InterruptedException {
        Optional<Trouble> spoilt = stages.refusal(errand.stage());
        if (spoilt.isPresent()) {
            return Attempt.failed(spoilt.get());
        }
        RetryCount count = new RetryCount(dispatch.policy(), dispatch.tempo());
        long answered = stages.answered();
        dispatch.budget().first();
        for (int sent = 1; ; sent++) {
            Attempt<T> attempt = once(errand, errand.key() + "-" + sent, sending, size);
            Trouble trouble = attempt.trouble();
            if (trouble == null) {
                stages.answered(errand.stage());
                pool.learnWhetherRehearsal();
                return attempt;
            }
            Optional<Duration> pause = count.next(trouble);
            if (pause.isEmpty()) {
                return Attempt.failed(explained(stages.last(errand.stage(), poisoned(trouble, answered))));
            }
            dispatch.tally().repeated(endpoint, errand.stage(), trouble.category());
            pause(pause.get().plus(charge(trouble)));
        }
    }

    private void pause(Duration pause) throws InterruptedException {
        long began = dispatch.tempo().nanoTime();
        try {
            dispatch.tempo().pause(pause);
        } finally {
            Charging.spent(CallTime.pause(dispatch.tempo().nanoTime() - began));
        }
    }

    private Admission.Ticket enter(Errand errand) throws InterruptedException {
        long began = dispatch.tempo().nanoTime();
        try {
            return dispatch.admission().enter(pool, errand, dispatch.policy().patience());
        } finally {
            Charging.spent(CallTime.room(dispatch.tempo().nanoTime() - began));
        }
    }

    private <T> Attempt<T> once(Errand errand, String requestId, Sending<T> sending, ToIntFunction<T> size)
            throws InterruptedException {
        Admission.Ticket ticket = enter(errand);
        Replica replica = ticket.replica();
        if (replica == null) {
            return new Attempt<>(null, ticket.refusal());
        }
        boolean over = false;
        long began = dispatch.tempo().nanoTime();
        try {
            dispatch.tally().sent(endpoint, errand.stage());
            Attempt<T> attempt = sending.send(replica, requestId);
            over = true;
            return left(replica, errand, attempt, size);
        } finally {
            Charging.spent(CallTime.out(dispatch.tempo().nanoTime() - began));
            if (!over) {
                dispatch.admission().leave(replica, errand);
            }
        }
    }

    private <T> Attempt<T> left(Replica replica, Errand errand, Attempt<T> attempt, ToIntFunction<T> size) {
        T value = attempt.value();
        if (value == null) {
            Trouble trouble = Objects.requireNonNull(attempt.trouble());
            return Attempt.failed(dispatch.admission().failed(replica, errand, trouble));
        }
        dispatch.admission().succeeded(replica, errand, size.applyAsInt(value));
        return attempt;
    }

    /** What a repetition costs the fleet's budget: nothing if the server never began to work on the call. */
    private Duration charge(Trouble trouble) {
        boolean free = trouble.retry() == Retry.WAIT || trouble.retry() == Retry.REQUEUE;
        return free ? Duration.ZERO : dispatch.budget().take();
    }

    private Trouble poisoned(Trouble trouble, long answeredBefore) {
        boolean othersPass = stages.answered() > answeredBefore;
        return othersPass && trouble.category() == FailureCategory.SERVER_ERROR && trouble.retry() == Retry.BACKOFF
                ? trouble.withCategory(FailureCategory.POISONED)
                        .withAdvice("the server answers other calls: look at this item and into the server's log")
                : trouble;
    }

    /** A wrong model name is answered with the names that would be right. */
    private Trouble explained(Trouble trouble) throws InterruptedException {
        if (trouble.category() != FailureCategory.UNKNOWN_MODEL) {
            return trouble;
        }
        return pool.probe().stream()
                .filter(report -> !report.servedModels().isEmpty() && !report.modelServed())
                .findFirst()
                .map(report -> trouble.withAdvice(ModelProbe.choice(report)))
                .orElse(trouble);
    }
}

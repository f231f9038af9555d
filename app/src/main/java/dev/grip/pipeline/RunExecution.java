package dev.grip.pipeline;

import dev.grip.combinations.Combination;
import dev.grip.combinations.CombinationRepository;
import dev.grip.llm.Calls;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run being carried out by this process: it plans slices, works several at once and stores each with its results in one
 * transaction. What the graph already holds is not made again. A cancelled run finishes and keeps what is in flight.
 */
final class RunExecution {

    private static final Patience PATIENCE = new Patience(Duration.ofMinutes(15));
    private static final Logger LOG = LoggerFactory.getLogger(RunExecution.class);

    /** The combinations a run is made from, handed over one by one. */
    interface Choice {
        void each(Consumer<Combination> chosen);
    }

    private final String run;
    private final Choice choice;
    private final CombinationRepository combinations;
    private final RunRepository repository;
    private final Synthesis synthesis;
    private final Calls slots;
    private final Calls calls;
    private final int sliceSize;

    private final AtomicBoolean cancelled = new AtomicBoolean();
    private final AtomicLong worked = new AtomicLong();

    RunExecution(
            String run,
            Choice choice,
            CombinationRepository combinations,
            RunRepository repository,
            Synthesis synthesis,
            Calls slots,
            Calls calls,
            int sliceSize) {
        this.run = run;
        this.choice = choice;
        this.combinations = combinations;
        this.repository = repository;
        this.synthesis = synthesis;
        this.slots = slots;
        this.calls = calls;
        this.sliceSize = sliceSize;
    }

    /** Combinations worked through so far, also in slices that are not stored yet. */
    long worked() {
        return worked.get();
    }

    void cancel() {
        cancelled.set(true);
    }

    /** Runs to the end; every failure becomes the run's state, with its message. */
    void carryOut() {
        try {
            List<Slice> slices = plan();
            repository.state(run, cancelled.get() ? RunState.CANCELLING : RunState.RUNNING, null);
            slots.each(slices, this::work, done -> {});
            RunState end = cancelled.get() ? RunState.CANCELLED : RunState.DONE;
            PATIENCE.keep(() -> repository.state(run, end, null));
        } catch (RuntimeException | Error e) {
            // An Error as well, such as a lack of memory: otherwise the run would seem to go on for ever.
            LOG.error("Run {} failed", run, e);
            fail(e);
        }
    }

    private void fail(Throwable cause) {
        try {
            String message = cause.getMessage();
            repository.state(run, RunState.FAILED, message == null ? cause.toString() : message);
        } catch (RuntimeException e) {
            LOG.error("Run {}: its failure could not be stored", run, e);
        }
    }

    private List<Slice> plan() {
        Map<String, Combination> chosen = new LinkedHashMap<>();
        choice.each(combination -> chosen.putIfAbsent(id(combination), combination));
        List<Combination> all = List.copyOf(chosen.values());
        List<Slice> slices = new ArrayList<>();
        for (int from = 0; from < all.size() && !cancelled.get(); from += sliceSize) {
            Slice slice = new Slice(run, slices.size(), all.subList(from, Math.min(all.size(), from + sliceSize)));
            combinations.merge(slice.combinations());
            repository.addSlice(slice);
            slices.add(slice);
        }
        return slices;
    }

    private static String id(Combination combination) {
        return combination.key() + "#" + combination.sample();
    }

    /** Works one slice; returns it for the caller to count. */
    private Slice work(Slice slice) {
        Map<String, Combination> byProblem = new LinkedHashMap<>();
        slice.combinations().forEach(combination -> byProblem.put(synthesis.problemKey(combination), combination));
        List<String> keys = List.copyOf(byProblem.keySet());
        Map<String, SliceCounts> made = new HashMap<>(PATIENCE.keep(() -> repository.made(keys)));
        worked.addAndGet(made.size());
        byProblem.keySet().removeAll(made.keySet());
        List<Outcome> outcomes = new ArrayList<>();
        try {
            calls.each(byProblem.values(), this::make, outcome -> {
                if (outcome != null) {
                    outcomes.add(outcome);
                }
            });
        } finally {
            // Whatever was paid for is kept, also when a server failed in the middle of the slice.
            store(slice, keys, made, outcomes);
        }
        return slice;
    }

    private @Nullable Outcome make(Combination combination) {
        if (cancelled.get()) {
            return null;
        }
        Outcome outcome = synthesis.make(combination);
        worked.incrementAndGet();
        return outcome;
    }

    private void store(Slice slice, List<String> keys, Map<String, SliceCounts> made, List<Outcome> outcomes) {
        SliceCounts counts = SliceCounts.NONE;
        for (SliceCounts earlier : made.values()) {
            counts = counts.plus(earlier);
        }
        for (Outcome outcome : outcomes) {
            String solution =
                    outcome.solution() == null ? "" : outcome.solutionVerdict().word();
            counts = counts.plus(SliceCounts.of(outcome.problemVerdict().word(), solution));
        }
        boolean done = made.size() + outcomes.size() == keys.size();
        SliceCounts all = counts;
        PATIENCE.keep(() -> repository.finish(slice, outcomes, keys, all, done));
    }
}

package dev.grip.pipeline.work;

import dev.grip.pipeline.queue.SliceTask;
import dev.grip.pipeline.storage.Row;
import dev.grip.pipeline.storage.RowType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is stored of a slice: only combinations whose results were stored before count. That holds because rows count a combination
 * when they are written, which happens on the writer's thread alone.
 */
final class SliceTally {

    /** How often a slice is worked on before combinations whose calls fail are set aside for good. */
    static final int ATTEMPTS = 3;

    private static final Logger LOG = LoggerFactory.getLogger(SliceTally.class);

    private final SliceTask task;
    private final List<Making> makings;
    private final int attempt;
    private final long before;
    private final Set<Making> counted = new LinkedHashSet<>();

    /** {@code attempt} attempts came before, and brought the slice to {@code before} combinations that are through. */
    SliceTally(SliceTask task, List<Making> makings, int attempt, long before) {
        this.before = before;
        this.task = task;
        this.makings = makings;
        this.attempt = attempt;
    }

    /** Counts one more combination; until as many are counted as before an interruption, what was stored then stays. */
    Row counting(Making making) {
        return row(() -> {
            counted.add(making);
            SliceCounts counts = counts(counted);
            return counts.done() < before ? Map.of() : counts.properties();
        });
    }

    /** Counts all combinations and says whether the slice is done with; {@code more} are other properties to be kept then. */
    Row ending(Supplier<Map<String, Object>> more) {
        return row(() -> {
            counted.addAll(makings);
            SliceCounts counts = counts(counted);
            Map<String, @Nullable Object> properties = counts.done() < before ? new HashMap<>() : counts.properties();
            properties.putAll(end());
            properties.putAll(accepted());
            properties.putAll(more.get());
            return properties;
        });
    }

    /** Whether everything is through or a last attempt was made; the same as {@link #ending} will say. */
    boolean finished() {
        return !any(Outcome.Halted.class) && (!any(Outcome.SetAside.class) || attempt + 1 >= ATTEMPTS);
    }

    boolean halted() {
        return any(Outcome.Halted.class);
    }

    private Map<String, Object> end() {
        if (halted()) {
            return Map.of();
        }
        long aside = makings.stream()
                .filter(making -> making.outcome() instanceof Outcome.SetAside)
                .count();
        String state = !finished() ? "planned" : aside > 0 ? "failed" : "done";
        if (state.equals("failed")) {
            why().forEach(why -> LOG.warn("Set aside in slice {}: {}", task.slice(), why));
        }
        return Map.of("state", state, "attempt", attempt + 1, "setAside", aside);
    }

    private List<String> why() {
        return makings.stream()
                .map(Making::outcome)
                .filter(Outcome.SetAside.class::isInstance)
                .map(outcome -> ((Outcome.SetAside) Objects.requireNonNull(outcome)).why())
                .toList();
    }

    private boolean any(Class<? extends Outcome> kind) {
        return makings.stream().anyMatch(making -> kind.isInstance(making.outcome()));
    }

    private static SliceCounts counts(Set<Making> makings) {
        SliceCounts sum = SliceCounts.NONE;
        for (Making making : makings) {
            Outcome outcome = making.outcome();
            sum = outcome == null ? sum : sum.plus(outcome.counts());
        }
        return sum;
    }

    /** What the run accepted, as lists of the same length: a problem's own verdict may be that of another run. */
    private Map<String, Object> accepted() {
        List<Outcome.Accepted> accepted = new ArrayList<>();
        for (Making making : makings) {
            if (making.outcome() instanceof Outcome.Finished finished && finished.accepted() != null) {
                accepted.add(finished.accepted());
            }
        }
        return Map.of(
                "acceptedProblems",
                        accepted.stream().map(Outcome.Accepted::problem).toList(),
                "acceptedSolutions",
                        accepted.stream().map(Outcome.Accepted::solution).toList(),
                "scores", accepted.stream().map(Outcome.Accepted::score).toList(),
                "difficulties",
                        accepted.stream().map(Outcome.Accepted::difficulty).toList());
    }

    private Row row(Supplier<Map<String, @Nullable Object>> properties) {
        return new Row(
                RowType.SLICE,
                task.slice(),
                () -> {
                    Map<String, @Nullable Object> row = new HashMap<>();
                    row.put("key", task.slice());
                    row.put("run", task.run());
                    row.put("term", task.term());
                    row.put("properties", properties.get());
                    return row;
                },
                refusal -> LOG.error("Slice {} cannot be stored", task.slice(), refusal));
    }
}

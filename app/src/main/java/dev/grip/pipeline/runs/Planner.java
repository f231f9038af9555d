package dev.grip.pipeline.runs;

import dev.grip.combinations.Combination;
import dev.grip.combinations.CombinationSource;
import dev.grip.combinations.CombinationSpec;
import dev.grip.combinations.Page;
import dev.grip.combinations.Position;
import dev.grip.pipeline.queue.SliceTask;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a run's combinations into slices, as far as is asked of it, and goes on after an interruption where the run's cursor is. A
 * choice that has no cursor is planned to its end before work begins, and anew if that was interrupted. Not thread-safe.
 */
final class Planner {

    private static final int PAGE = 1024;

    private final CombinationSource source;
    private final SlicePlan slices;
    private final Supplier<Choice> choices;
    private final int slice;
    private final long epoch;

    private final LongSupplier epochNow;

    private @Nullable Choice choice;
    private @Nullable Rounds rounds;
    private @Nullable String notice;
    private @Nullable String cursor;
    private long planned;
    private int next;
    private boolean complete;

    /** {@code choices} is asked only if there is something left to plan; {@code epochNow} is that of the graph as it is. */
    Planner(
            RunRepository.Stored run,
            CombinationSource source,
            SlicePlan slices,
            Supplier<Choice> choices,
            int slice,
            LongSupplier epochNow) {
        this.epochNow = epochNow;
        this.source = source;
        this.slices = slices;
        this.choices = choices;
        this.slice = slice;
        this.epoch = run.epoch();
        this.cursor = run.cursor();
        this.planned = run.planned();
        this.complete = run.planComplete();
    }

    /** Begins behind so many slices that are there already. */
    void begin(int existing) {
        next = existing;
    }

    boolean complete() {
        return complete;
    }

    /** How many combinations have been planned. */
    long planned() {
        return planned;
    }

    /** What a person should know about how it is planned; null if nothing. */
    @Nullable
    String notice() {
        return notice;
    }

    /** No more is planned. */
    void stop() {
        complete = true;
    }

    /** Whether more is planned only when all that was planned is done. */
    boolean inRounds() {
        return !complete && choice() instanceof Choice.Steered;
    }

    /** Whether all has to be planned before work begins. */
    boolean whole() {
        return !complete && choice() instanceof Choice.Whole;
    }

    /**
     * Plans some more. Throws {@link GraphChangedException} when the graph is not the run's any more, {@link LeaseLostException}
     * when the run is another's.
     */
    List<SliceTask> plan() {
        if (choice() instanceof Choice.Listed listed) {
            return page(listed.spec());
        }
        if (choice() instanceof Choice.Steered steered) {
            return round(steered.spec());
        }
        return all(((Choice.Whole) choice()).combinations().get());
    }

    private Choice choice() {
        Choice known = choice;
        if (known == null) {
            known = choices.get();
            choice = known;
        }
        return known;
    }

    private List<SliceTask> page(CombinationSpec spec) {
        Position from = cursor == null ? Position.start(spec) : CursorText.read(cursor, Position.class);
        Page page = from.end(spec) ? new Page(List.of(), null, from) : next(spec, from);
        boolean end = page.next().end(spec);
        String mark = CursorText.of(page.next());
        List<SliceTask> tasks = slices.add(
                cut(page.combinations()),
                next,
                new SlicePlan.Mark(mark, planned + page.combinations().size(), end));
        cursor = mark;
        planned += page.combinations().size();
        next += tasks.size();
        complete = end;
        return tasks;
    }

    private List<SliceTask> round(CombinationSpec spec) {
        requireEpoch();
        Rounds.State from = cursor == null ? null : CursorText.read(cursor, Rounds.State.class);
        Rounds.Round round = rounds(spec, from).next(from, slices.seen());
        requireEpoch();
        Rounds.State state = round.next();
        List<SlicePlan.Part> parts = new ArrayList<>();
        round.combinations().forEach((arm, some) -> cut(some).forEach(part -> parts.add(part.in(arm.region()))));
        long now = planned + parts.stream().mapToInt(SlicePlan.Part::size).sum();
        String mark = CursorText.of(state);
        List<SliceTask> tasks = slices.add(parts, next, new SlicePlan.Mark(mark, now, state.over(), state.round()));
        cursor = mark;
        planned = now;
        next += tasks.size();
        complete = state.over();
        return tasks;
    }

    private Rounds rounds(CombinationSpec spec, Rounds.@Nullable State from) {
        Rounds known = rounds;
        if (known == null) {
            SteeredRegions steered =
                    from == null ? SteeredRegions.begin(source) : SteeredRegions.again(source, from.regions());
            notice = steered.notice();
            known = new Rounds(source, spec, steered.regions());
            rounds = known;
        }
        return known;
    }

    private void requireEpoch() {
        long now = epochNow.getAsLong();
        if (now != epoch) {
            throw new GraphChangedException("the KPRG was at epoch " + epoch + " and is at " + now);
        }
    }

    /** A multiple of the slice's size, so that only the last slice of a kind is smaller. */
    private Page next(CombinationSpec spec, Position from) {
        try {
            Page page = source.page(spec, from, Math.max(1, PAGE / slice) * slice);
            String last = page.last();
            if (last != null && !last.startsWith(epoch + "-")) {
                throw new GraphChangedException("the KPRG has another epoch than " + epoch);
            }
            return page;
        } catch (IllegalArgumentException stale) {
            if (from.cursor() == null) {
                throw stale;
            }
            throw new GraphChangedException(String.valueOf(stale.getMessage()));
        }
    }

    private List<SliceTask> all(List<Combination> combinations) {
        slices.remove();
        List<SlicePlan.Part> cut = cut(combinations.stream()
                .sorted(Comparator.comparing(Combination::kind))
                .toList());
        List<SliceTask> tasks = new ArrayList<>();
        int step = Math.max(1, PAGE / slice);
        planned = combinations.size();
        do {
            List<SlicePlan.Part> some = cut.subList(tasks.size(), Math.min(cut.size(), tasks.size() + step));
            boolean end = tasks.size() + some.size() == cut.size();
            tasks.addAll(slices.add(some, tasks.size(), new SlicePlan.Mark(null, planned, end)));
        } while (tasks.size() < cut.size());
        next = tasks.size();
        complete = true;
        return tasks;
    }

    /** Slices of one kind each, so that what came of the kinds can be summed. */
    private List<SlicePlan.Part> cut(List<Combination> combinations) {
        List<SlicePlan.Part> cut = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= combinations.size(); i++) {
            boolean end = i == combinations.size()
                    || i - from == slice
                    || !combinations.get(i).kind().equals(combinations.get(from).kind());
            if (end) {
                cut.add(SlicePlan.Part.of(combinations.subList(from, i)));
                from = i;
            }
        }
        return cut;
    }
}

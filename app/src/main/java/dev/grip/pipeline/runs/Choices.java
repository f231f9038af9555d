package dev.grip.pipeline.runs;

import dev.grip.combinations.CensusRow;
import dev.grip.combinations.Combination;
import dev.grip.combinations.CombinationSource;
import dev.grip.combinations.CombinationSpec;
import dev.grip.combinations.Look;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds out what requests mean, and refuses those that cannot be used before anything is started. */
final class Choices {

    private final CombinationSource source;
    private final RunRepository runs;
    private final CombinationSpec defaults;

    Choices(CombinationSource source, RunRepository runs, CombinationSpec defaults) {
        this.source = source;
        this.runs = runs;
        this.defaults = defaults;
    }

    /**
     * What a request means. A query is run at once, so that one that cannot be used is refused here with
     * {@link dev.grip.graph.SelectionException}, and filters that cannot with IllegalArgumentException.
     */
    Choice of(RunRequest request) {
        CombinationSpec spec = request.spec();
        return spec == null ? selected(request) : ofKinds(spec.withDefaults(defaults));
    }

    /** How many combinations there are and are chosen, by kind; a choice that only listing tells is listed. */
    Runs.Chosen chosen(RunRequest request) {
        Choice choice = of(request);
        CombinationSpec spec = request.spec();
        if (spec == null || spec.withDefaults(defaults).repeats()) {
            Map<String, Long> counts = new TreeMap<>();
            ((Choice.Whole) choice).combinations().get().forEach(one -> counts.merge(one.kind(), 1L, Long::sum));
            return new Runs.Chosen(counts, counts);
        }
        CombinationSpec whole = spec.withDefaults(defaults);
        List<CensusRow> census = source.census(whole);
        Map<String, Long> available = new TreeMap<>();
        census.forEach(row -> available.merge(row.kind(), row.count(), Long::sum));
        Map<String, Long> chosen = new LinkedHashMap<>();
        source.shares(whole, census).forEach((kind, number) -> chosen.put(kind.name(), number));
        return new Runs.Chosen(available, chosen);
    }

    /** How many combinations a choice has; null if only choosing them tells. */
    @Nullable
    Long count(Choice choice) {
        if (choice instanceof Choice.Steered steered) {
            long all = source.census(steered.spec()).stream()
                    .mapToLong(CensusRow::count)
                    .sum();
            Integer most = steered.spec().most();
            return most == null ? (Long) all : (Long) Math.min(most, all);
        }
        return choice instanceof Choice.Listed listed ? (Long) source.count(listed.spec()) : null;
    }

    /** The first combinations that a request chooses, in its order, at most {@code rows}, and how many there are. */
    Look look(RunRequest request, int rows) {
        if (request.cypher() != null) {
            return source.look(request.cypher(), request.parameters(), request.limit(), rows);
        }
        CombinationSpec few =
                Objects.requireNonNull(request.atMost(rows).spec()).withDefaults(defaults);
        ofKinds(few);
        List<Combination> first = all(few);
        return Look.of(first.subList(0, Math.min(rows, first.size())), count(Objects.requireNonNull(request.spec())));
    }

    private @Nullable Long count(CombinationSpec spec) {
        CombinationSpec whole = spec.withDefaults(defaults);
        return whole.repeats() ? null : (Long) source.count(whole);
    }

    private Choice selected(RunRequest request) {
        List<Combination> selected = new ArrayList<>();
        source.select(Objects.requireNonNull(request.cypher()), request.parameters(), request.limit(), selected::add);
        return new Choice.Whole(() -> selected);
    }

    private Choice ofKinds(CombinationSpec spec) {
        if (runs.epoch() == 0) {
            throw new IllegalArgumentException("There is no KPRG yet: import seeds, extract their knowledge points and"
                    + " build it first (grip import, grip extract, grip graph build)");
        }
        // One of each kind now, so that filters that cannot be used are refused before anything is started.
        source.choose(spec.first(), chosen -> {});
        if (spec.steering() != null) {
            return new Choice.Steered(spec);
        }
        return spec.sampled() || spec.repeats() ? new Choice.Whole(() -> all(spec)) : new Choice.Listed(spec);
    }

    private List<Combination> all(CombinationSpec spec) {
        Map<String, Combination> chosen = new LinkedHashMap<>();
        source.choose(spec, combination -> chosen.putIfAbsent(combination.reference(), combination));
        return List.copyOf(chosen.values());
    }
}

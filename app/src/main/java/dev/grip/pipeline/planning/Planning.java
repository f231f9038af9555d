package dev.grip.pipeline.planning;

import dev.grip.combinations.Combination;
import dev.grip.combinations.CombinationSpec;
import dev.grip.combinations.Kind;
import dev.grip.graph.Graph;
import dev.grip.pipeline.runs.RunRequest;
import dev.grip.pipeline.runs.Runs;
import dev.grip.pipeline.spending.Budget;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells what a run of a request will take and give, and what to pilot for it. Writes nothing. Thread-safe. */
public final class Planning {

    /** Up to so many combinations, each is looked up. */
    private static final int LOOKED_UP = 20_000;

    private static final String STEERED =
            "Steering gives kinds and regions with better yields more than here, where all kinds get as many";

    /** How often a mix is enlarged for a number of rows. */
    private static final int ROUNDS = 20;

    private final EvidenceRepository repository;
    private final Runs runs;
    private final Function<Combination, String> problemKey;
    private final Terms terms;

    /** {@code problemKey} gives the key that a combination's problem has or will have. */
    public Planning(Graph graph, Runs runs, Function<Combination, String> problemKey, Terms terms) {
        this.repository = new EvidenceRepository(graph);
        this.runs = runs;
        this.problemKey = problemKey;
        this.terms = terms;
    }

    /**
     * What the run will take and give; with a budget, of the mix of kinds that fits it best. {@code pilot} is a run that was made to
     * measure, null without one. Throws what {@link Runs#launch} would throw for a request that cannot be used.
     */
    public Plan plan(RunRequest request, Budget budget, @Nullable String pilot) {
        requirePrices(budget);
        Estimator estimator = new Estimator(evidence(pilot), terms);
        List<KindChoice> chosen = kinds(request);
        CombinationSpec spec = request.spec();
        if (budget.unlimited() || spec == null || spec.steering() != null) {
            List<String> notes = spec == null || spec.steering() == null ? List.of() : List.of(STEERED);
            return estimator.plan(withMade(chosen, request)).with(notes, CommandLine.of(request, budget));
        }
        List<KindChoice> mix = mix(chosen, spec, budget, estimator);
        if (mix.isEmpty()) {
            return estimator.plan(List.of()).with(List.of("Not one combination fits this budget"), null);
        }
        RunRequest mixed = RunRequest.of(spec.withMix(counts(mix)));
        Plan plan = estimator.plan(withMade(mix, mixed));
        return plan.with(shortfall(plan, budget), CommandLine.of(mixed, budget));
    }

    /** A few combinations of those that the request chooses, as even over its kinds as there are, the same ones every time. */
    public RunRequest pilot(RunRequest request, int combinations) {
        if (combinations < 1) {
            throw new IllegalArgumentException("pilot is " + combinations + "; it must be at least 1");
        }
        List<List<String>> rows =
                some(request, combinations).stream().map(Combination::ids).toList();
        return RunRequest.ofCypher("UNWIND $rows AS row RETURN row AS knowledgePoints", Map.of("rows", rows), null);
    }

    private List<Combination> some(RunRequest request, int wanted) {
        CombinationSpec spec = request.spec();
        List<KindChoice> chosen = kinds(request);
        long all = chosen.stream().mapToLong(KindChoice::chosen).sum();
        if (all == 0) {
            throw new IllegalArgumentException("There is no such combination, so there is nothing to pilot");
        }
        if (spec != null && all > LOOKED_UP) {
            return runs.look(RunRequest.of(spec.sample(wanted)), wanted).combinations();
        }
        Map<String, List<Combination>> kinds = listed(request, chosen).stream()
                .sorted(Comparator.comparing(Combination::key))
                .collect(Collectors.groupingBy(Combination::kind, TreeMap::new, Collectors.toList()));
        List<Combination> some = new ArrayList<>();
        for (int i = 0; some.size() < wanted && i < all; i++) {
            for (List<Combination> kind : kinds.values()) {
                if (i < kind.size() && some.size() < wanted) {
                    some.add(kind.get(i));
                }
            }
        }
        return some;
    }

    private Evidence evidence(@Nullable String pilot) {
        Evidence seen = repository.read(runs.decides(), terms.rehearsal());
        if (seen.all().combinations() == 0) {
            return Assumed.evidence(terms);
        }
        return pilot == null
                ? seen
                : new Evidence(Basis.PILOT, seen.runs(), seen.kinds(), seen.used(), seen.inFlight());
    }

    private List<KindChoice> kinds(RunRequest request) {
        Runs.Chosen chosen = runs.chosen(request);
        List<KindChoice> kinds = new ArrayList<>();
        chosen.chosen()
                .forEach((kind, number) ->
                        kinds.add(new KindChoice(kind, chosen.available().getOrDefault(kind, number), number, null)));
        return kinds;
    }

    private static List<KindChoice> mix(
            List<KindChoice> chosen, CombinationSpec spec, Budget budget, Estimator estimator) {
        Integer most = spec.most();
        List<KindChoice> available = chosen.stream()
                .map(kind -> spec.mix() == null ? kind.choosing(kind.available()) : kind)
                .map(kind -> new KindChoice(kind.kind(), kind.chosen(), kind.chosen(), null))
                .toList();
        return mix(available, most == null ? Long.MAX_VALUE : most, budget, estimator);
    }

    /** A small number of combinations is less sure than kinds are on average, so a little more is aimed at until it is enough. */
    private static List<KindChoice> mix(List<KindChoice> available, long most, Budget budget, Estimator estimator) {
        List<KindChoice> mix = new Mix(budget, estimator.priced(), estimator::unit).of(available, most);
        Long target = budget.targetRows();
        long aim = target == null ? 0 : target;
        for (int round = 0; target != null && round < ROUNDS; round++) {
            double sure = estimator.plan(mix).rows().low();
            if (sure >= target) {
                return mix;
            }
            aim += Math.max(1, Math.round(Math.ceil(target - sure)));
            Budget higher = new Budget(budget.maxCost(), budget.maxTime(), aim);
            mix = new Mix(higher, estimator.priced(), estimator::unit).of(available, most);
        }
        return mix;
    }

    private static Map<Kind, Integer> counts(List<KindChoice> mix) {
        Map<Kind, Integer> counts = new LinkedHashMap<>();
        mix.stream()
                .filter(kind -> kind.chosen() > 0)
                .forEach(kind ->
                        counts.put(Kind.valueOf(kind.kind()), (int) Math.min(Integer.MAX_VALUE / 4, kind.chosen())));
        return counts;
    }

    private List<KindChoice> withMade(List<KindChoice> kinds, RunRequest request) {
        long all = kinds.stream().mapToLong(KindChoice::chosen).sum();
        if (all == 0 || all > LOOKED_UP) {
            return kinds;
        }
        List<Combination> combinations = listed(request, kinds);
        Set<String> there =
                repository.problems(combinations.stream().map(problemKey).toList());
        Map<String, Long> made = new HashMap<>();
        combinations.stream()
                .filter(combination -> there.contains(problemKey.apply(combination)))
                .forEach(combination -> made.merge(combination.kind(), 1L, Long::sum));
        return kinds.stream()
                .map(kind -> new KindChoice(
                        kind.kind(), kind.available(), kind.chosen(), made.getOrDefault(kind.kind(), 0L)))
                .toList();
    }

    /** All combinations that are chosen; asked for by kind, because a limit would be spread over the kinds. */
    private List<Combination> listed(RunRequest request, List<KindChoice> kinds) {
        CombinationSpec spec = request.spec();
        RunRequest all = spec == null ? request : RunRequest.of(spec.withMix(counts(kinds)));
        return runs.look(all, LOOKED_UP).combinations();
    }

    private static List<String> shortfall(Plan plan, Budget budget) {
        Long target = budget.targetRows();
        if (target == null || plan.rows().low() >= target) {
            return List.of();
        }
        return List.of("This is all that the budget and the graph allow, and may give fewer than " + target + " rows");
    }

    private void requirePrices(Budget budget) {
        if (budget.maxCost() != null && !terms.prices().known()) {
            throw new IllegalArgumentException("max-cost needs prices, and there is none for "
                    + String.join(", ", terms.prices().unpriced())
                    + ": set prices.models, or budget time or rows instead");
        }
    }
}

package dev.grip.pipeline.planning;

import dev.grip.pipeline.spending.ModelPrice;
import dev.grip.pipeline.spending.Prices;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns chosen combinations and what is known of earlier ones into a plan. Pure arithmetic. */
final class Estimator {

    private final Evidence evidence;
    private final Terms terms;
    private final Expectation expectation;
    private final Pace pace;

    Estimator(Evidence evidence, Terms terms) {
        this.evidence = evidence;
        this.terms = terms;
        this.expectation = new Expectation(evidence, terms);
        this.pace = Pace.of(terms.atOnce(), evidence.inFlight(), evidence.all().combinations());
    }

    Expectation.Unit unit(KindChoice kind) {
        return expectation.unit(kind, pace);
    }

    /** Whether a cost can be told. */
    boolean priced() {
        return terms.prices().known();
    }

    Plan plan(List<KindChoice> kinds) {
        List<PlannedStage> stages = new ArrayList<>();
        Interval out = Interval.ZERO;
        for (Expectation.Calls calls : expectation.calls()) {
            Interval number = calls.number(occasions(calls.step(), kinds));
            stages.add(stage(calls, number));
            out = out.plus(calls.sum(number, calls.seconds()));
        }
        Interval seconds =
                pace.time(out, kinds.stream().mapToLong(KindChoice::fresh).sum());
        Prices prices = terms.prices();
        return new Plan(
                terms.rehearsal(),
                evidence.basis(),
                evidence.runs(),
                kinds.stream().map(this::kind).toList(),
                kinds.stream().mapToLong(KindChoice::chosen).sum(),
                made(kinds),
                stages,
                sum(stages, PlannedStage::calls),
                sum(stages, PlannedStage::promptTokens),
                sum(stages, PlannedStage::completionTokens),
                seconds,
                prices.gpus() == 0 ? null : seconds.times(prices.gpus() / 3600.0),
                prices.known() ? cost(stages).plus(seconds.times(expectation.second())) : null,
                prices.currency(),
                prices.unpriced(),
                kinds.stream()
                        .map(kind -> expectation.rows(kind.kind(), kind.chosen()))
                        .reduce(Interval.ZERO, Interval::plus),
                notes(kinds, stages),
                null);
    }

    private Interval occasions(Step step, List<KindChoice> kinds) {
        return kinds.stream()
                .map(kind -> expectation.occasions(step, kind.kind(), kind.fresh()))
                .reduce(Interval.ZERO, Interval::plus);
    }

    private PlannedStage stage(Expectation.Calls calls, Interval number) {
        Interval prompt = calls.sum(number, calls.prompt());
        Interval completion = calls.sum(number, calls.completion());
        ModelPrice price = terms.prices().models().get(calls.model());
        Interval cost = price == null || !price.tokensPriced()
                ? null
                : new Interval(
                        price.tokens(prompt.low(), completion.low()),
                        price.tokens(prompt.expected(), completion.expected()),
                        price.tokens(prompt.high(), completion.high()));
        return new PlannedStage(
                calls.step().prompt(), calls.model(), number, prompt, completion, cost, calls.measured());
    }

    private PlannedKind kind(KindChoice kind) {
        Yield own = evidence.kinds().getOrDefault(kind.kind(), Yield.NONE);
        Yield used = evidence.of(kind.kind());
        double share = used.combinations() == 0 ? 0 : (double) used.accepted() / used.combinations();
        return new PlannedKind(
                kind.kind(),
                kind.available(),
                kind.chosen(),
                kind.made(),
                expectation.rows(kind.kind(), kind.chosen()),
                own.combinations(),
                share);
    }

    private static @Nullable Long made(List<KindChoice> kinds) {
        if (kinds.stream().anyMatch(kind -> kind.made() == null)) {
            return null;
        }
        return kinds.stream().mapToLong(kind -> kind.chosen() - kind.fresh()).sum();
    }

    private static Interval sum(List<PlannedStage> stages, Function<PlannedStage, Interval> of) {
        return stages.stream().map(of).reduce(Interval.ZERO, Interval::plus);
    }

    private static Interval cost(List<PlannedStage> stages) {
        return stages.stream().map(PlannedStage::cost).filter(Objects::nonNull).reduce(Interval.ZERO, Interval::plus);
    }

    private List<String> notes(List<KindChoice> kinds, List<PlannedStage> stages) {
        List<String> notes = new ArrayList<>();
        if (terms.rehearsal()) {
            notes.add("Simulated models answer here: this says how the program works, and nothing of what models will"
                    + " yield");
        }
        if (evidence.basis() == Basis.ASSUMED) {
            notes.add("Nothing with this configuration has been made yet, so all shares, tokens and times are"
                    + " assumptions; --pilot 100 makes 100 combinations and measures");
            return notes;
        }
        kinds.stream()
                .filter(kind -> kind.chosen() > 0)
                .filter(kind ->
                        evidence.kinds().getOrDefault(kind.kind(), Yield.NONE).combinations() == 0)
                .forEach(kind ->
                        notes.add("No " + kind.kind() + " has been made yet: it is taken to yield as the others"));
        stages.stream()
                .filter(stage -> !stage.measured())
                .forEach(stage ->
                        notes.add("Assumed, not measured: calls of " + stage.model() + " for " + stage.stage()));
        if (kinds.stream().anyMatch(kind -> kind.made() == null)) {
            notes.add("How many are made already was not looked up for so many combinations: all are counted as new");
        }
        return notes;
    }
}

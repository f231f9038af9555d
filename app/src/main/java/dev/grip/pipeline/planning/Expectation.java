package dev.grip.pipeline.planning;

import dev.grip.pipeline.spending.ModelPrice;
import dev.grip.pipeline.spending.Purpose;
import dev.grip.pipeline.spending.Used;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** What the calls of a run will be and use, as far as earlier ones tell; steps without earlier calls go by assumptions. */
final class Expectation {

    private final Evidence evidence;
    private final Terms terms;

    Expectation(Evidence evidence, Terms terms) {
        this.evidence = evidence;
        this.terms = terms;
    }

    /** Calls of one model for one step: how many for so many occasions, and what each uses on average. */
    record Calls(Step step, String model, double calls, double occasions, Used sample, boolean measured) {

        Interval number(Interval occasionsToCome) {
            return Prediction.calls(occasionsToCome, calls, occasions);
        }

        /** For one occasion on average. */
        double rate() {
            return occasions == 0 ? 0 : calls / occasions;
        }

        private double mean(long sum) {
            return sample.calls() == 0 ? 0 : (double) sum / sample.calls();
        }

        double prompt() {
            return mean(sample.promptTokens());
        }

        double completion() {
            return mean(sample.completionTokens());
        }

        double seconds() {
            return mean(sample.micros()) / 1e6;
        }

        Interval sum(Interval number, double mean) {
            return Prediction.sum(number, mean, measured ? (double) sample.calls() : 1.0);
        }
    }

    List<Calls> calls() {
        List<Calls> all = new ArrayList<>();
        for (Step step : Step.values()) {
            new LinkedHashSet<>(terms.models(step)).forEach(model -> all.add(calls(step, model)));
        }
        return all;
    }

    private Calls calls(Step step, String model) {
        Map<Purpose, Used> assumed = Assumed.use(step, terms.models(step));
        Used guess = assumed.getOrDefault(new Purpose(step.prompt(), model), Used.NOTHING);
        long occasions = step.occasions(evidence.all());
        if (evidence.basis() == Basis.ASSUMED || occasions == 0) {
            return new Calls(
                    step, model, (double) guess.calls(), (double) step.occasions(Assumed.shares()), guess, false);
        }
        Used seen = evidence.used().getOrDefault(new Purpose(step.prompt(), model), Used.NOTHING);
        return new Calls(
                step,
                model,
                (double) seen.calls(),
                (double) occasions,
                seen.calls() == 0 ? guess : seen,
                seen.calls() > 0);
    }

    /** On how many of so many combinations of a kind a step is called. */
    Interval occasions(Step step, String kind, long combinations) {
        if (step == Step.WRITE) {
            return Interval.exactly((double) combinations);
        }
        Yield known = evidence.of(kind);
        return Prediction.count(combinations, step.occasions(known), known.combinations());
    }

    Interval rows(String kind, long combinations) {
        Yield known = evidence.of(kind);
        return Prediction.count(combinations, known.accepted(), known.combinations());
    }

    /** What one more combination of a kind is expected to take and give. {@code sure} are rows at the low end. */
    record Unit(double cost, double seconds, double rows, double sure) {}

    Unit unit(KindChoice kind, Pace pace) {
        double cost = 0;
        double out = 0;
        for (Calls calls : calls()) {
            double number = occasions(calls.step(), kind.kind(), 1_000_000).expected() / 1e6 * calls.rate();
            ModelPrice price = terms.prices().models().get(calls.model());
            cost += price == null ? 0 : number * price.tokens(calls.prompt(), calls.completion());
            out += number * calls.seconds();
        }
        double seconds = out / pace.steady();
        Interval rows = rows(kind.kind(), Math.max(1, kind.available()));
        double many = Math.max(1, kind.available());
        return new Unit(cost + seconds * second(), seconds, rows.expected() / many, rows.low() / many);
    }

    /** What a second of all GPUs costs. */
    double second() {
        return terms.prices().models().values().stream()
                .mapToDouble(ModelPrice::second)
                .sum();
    }
}

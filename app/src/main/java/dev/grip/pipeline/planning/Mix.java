package dev.grip.pipeline.planning;

import dev.grip.pipeline.spending.Budget;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * How many combinations of which kinds fit a budget: greedy, those first that give most rows for what is scarce, which is money where
 * prices are known and time otherwise. A number of rows is taken at the low end of what kinds yield, because the run stops when it has
 * them.
 */
final class Mix {

    private final Budget budget;
    private final boolean priced;
    private final Function<KindChoice, Expectation.Unit> units;

    Mix(Budget budget, boolean priced, Function<KindChoice, Expectation.Unit> units) {
        this.budget = budget;
        this.priced = priced;
        this.units = units;
    }

    /** The kinds with how many of each, at most {@code most} in all; those with none are left out. */
    List<KindChoice> of(List<KindChoice> kinds, long most) {
        List<KindChoice> order = kinds.stream()
                .sorted(Comparator.comparingDouble(this::worth).reversed().thenComparing(KindChoice::kind))
                .toList();
        Left left = new Left(cost(), seconds(), rows(), most);
        List<KindChoice> mix = new ArrayList<>();
        for (KindChoice kind : order) {
            Expectation.Unit unit = units.apply(kind);
            long taken = left.fits(unit, kind.available());
            left = left.without(unit, taken);
            if (taken > 0) {
                mix.add(kind.choosing(taken));
            }
        }
        return mix;
    }

    private double worth(KindChoice kind) {
        Expectation.Unit unit = units.apply(kind);
        return unit.rows() / Math.max(1e-12, priced ? unit.cost() : unit.seconds());
    }

    private double cost() {
        Double most = budget.maxCost();
        return most == null ? Double.MAX_VALUE : most;
    }

    private double seconds() {
        Duration most = budget.maxTime();
        return most == null ? Double.MAX_VALUE : most.toMillis() / 1000.0;
    }

    private double rows() {
        Long target = budget.targetRows();
        return target == null ? Double.MAX_VALUE : target;
    }

    private record Left(double cost, double seconds, double rows, long combinations) {

        /** How many of at most {@code there} combinations. */
        long fits(Expectation.Unit unit, long there) {
            double most = Math.min(there, combinations);
            most = Math.min(most, Math.floor(cost / Math.max(1e-12, unit.cost())));
            most = Math.min(most, Math.floor(seconds / Math.max(1e-12, unit.seconds())));
            return (long) Math.min(most, Math.ceil(rows / Math.max(1e-12, unit.sure())));
        }

        Left without(Expectation.Unit unit, long taken) {
            return new Left(
                    cost - taken * unit.cost(),
                    seconds - taken * unit.seconds(),
                    Math.max(0, rows - taken * unit.sure()),
                    combinations - taken);
        }
    }
}

package dev.grip.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What listing each kind cost at each scale. */
final class Costs {

    private final Map<String, List<Cost>> byKind = new LinkedHashMap<>();

    private record Cost(double edges, double combinations, double seconds) {}

    /** A kind without combinations is left out: a cost of nothing says nothing about growth. */
    void add(String kind, long edges, long combinations, double seconds) {
        if (combinations > 0) {
            byKind.computeIfAbsent(kind, key -> new ArrayList<>())
                    .add(new Cost((double) edges, (double) combinations, seconds));
        }
    }

    /** The exponents of each kind, over the number of edges and over the number of combinations. */
    List<Measure> growth() {
        var measures = new ArrayList<Measure>();
        byKind.forEach((kind, costs) -> {
            measures.add(exponent(kind + " growth by edges", costs, Cost::edges));
            measures.add(exponent(kind + " growth by combinations", costs, Cost::combinations));
        });
        return measures;
    }

    private static Measure exponent(String metric, List<Cost> costs, ToDoubleFunction<Cost> size) {
        var points = costs.stream()
                .map(cost -> new Growth.Point(size.applyAsDouble(cost), cost.seconds))
                .toList();
        return Measure.of(metric, Growth.exponent(points), "exponent")
                .noting("of the time to list all, over " + points.size() + " scales; 1 is linear");
    }
}

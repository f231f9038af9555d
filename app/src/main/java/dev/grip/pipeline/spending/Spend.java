package dev.grip.pipeline.spending;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a run used so far, as it is stored: its calls by stage and model, and the time for which it was carried out, without pauses.
 * GPUs are counted for all of that time, busy or not. {@code gpuHours} is null when no model's GPUs are configured, {@code cost} when
 * {@code unpriced} names a model: unknown, not free.
 */
public record Spend(
        List<StageSpend> stages,
        long calls,
        long promptTokens,
        long completionTokens,
        double seconds,
        @Nullable Double gpuHours,
        @Nullable Double cost,
        String currency,
        List<String> unpriced) {

    /** What was used, at these prices. */
    public static Spend of(SortedMap<Purpose, Used> used, double seconds, Prices prices) {
        Map<String, Used> models = new TreeMap<>();
        used.forEach((purpose, some) -> models.merge(purpose.model(), some, Used::plus));
        List<StageSpend> stages = new ArrayList<>();
        used.forEach(
                (purpose, some) -> stages.add(stage(purpose, some, share(models, purpose, some, seconds), prices)));
        Used all = used.values().stream().reduce(Used.NOTHING, Used::plus);
        TreeSet<String> unpriced = new TreeSet<>(prices.unpriced());
        models.keySet().stream()
                .filter(model -> !prices.models().containsKey(model))
                .forEach(unpriced::add);
        return new Spend(
                stages,
                all.calls(),
                all.promptTokens(),
                all.completionTokens(),
                seconds,
                prices.gpus() == 0 ? null : prices.gpus() * seconds / 3600,
                unpriced.isEmpty() ? (Double) cost(models, seconds, prices) : null,
                prices.currency(),
                List.copyOf(unpriced));
    }

    /** What it all costs, if every model has a price: tokens, and GPUs for all the time. */
    static double cost(Map<String, Used> models, double seconds, Prices prices) {
        double cost = 0;
        for (var model : prices.models().entrySet()) {
            ModelPrice price = model.getValue();
            cost += price.cost(models.getOrDefault(model.getKey(), Used.NOTHING), price.gpuHours(seconds))
                    .orElse(Double.NaN);
        }
        return cost;
    }

    /** The seconds of the run that fall to a purpose, by its share of the time that its model's requests were out. */
    private static double share(Map<String, Used> models, Purpose purpose, Used used, double seconds) {
        long all = models.getOrDefault(purpose.model(), Used.NOTHING).micros();
        return all == 0 ? 0 : seconds * used.micros() / all;
    }

    private static StageSpend stage(Purpose purpose, Used used, double share, Prices prices) {
        ModelPrice price = prices.models().getOrDefault(purpose.model(), new ModelPrice(0, null, null, null));
        double gpuHours = price.gpuHours(share);
        OptionalDouble cost = price.cost(used, gpuHours);
        return new StageSpend(
                purpose.stage(),
                purpose.model(),
                used.calls(),
                used.promptTokens(),
                used.completionTokens(),
                used.time(),
                price.gpus() == 0 ? null : (Double) gpuHours,
                cost.isPresent() ? (Double) cost.getAsDouble() : null);
    }
}

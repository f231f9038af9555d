package dev.grip.pipeline.spending;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the models that a run asks cost, by name, in one currency; every one of them is there, priced or not. */
public record Prices(String currency, SortedMap<String, ModelPrice> models) {

    public Prices(String currency, Map<String, ModelPrice> models) {
        this(currency, new TreeMap<>(models));
    }

    /** No price for any of these models. */
    public static Prices unknown(List<String> models) {
        SortedMap<String, ModelPrice> none = new TreeMap<>();
        models.forEach(model -> none.put(model, new ModelPrice(0, null, null, null)));
        return new Prices("USD", none);
    }

    /** The models whose cost nobody has configured. */
    public List<String> unpriced() {
        return models.entrySet().stream()
                .filter(model -> !model.getValue().known())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Whether the cost of a run is known. */
    public boolean known() {
        return unpriced().isEmpty();
    }

    /** The GPUs of all models; a model in several roles counts once. */
    public int gpus() {
        return models.values().stream().mapToInt(ModelPrice::gpus).sum();
    }
}

package dev.grip.pipeline.planning;

import dev.grip.pipeline.spending.Prices;
import java.util.List;
import java.util.Map;

/**
 * Under which terms runs are carried out here: the models of each step in their order, what they cost, how many combinations are worked
 * on at once, and whether models are simulated.
 */
public record Terms(Map<String, List<String>> models, Prices prices, int atOnce, boolean rehearsal) {

    List<String> models(Step step) {
        return models.getOrDefault(step.prompt(), List.of());
    }
}

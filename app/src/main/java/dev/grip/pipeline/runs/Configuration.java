package dev.grip.pipeline.runs;

import dev.grip.graph.Key;
import dev.grip.pipeline.spending.Prices;
import java.util.List;

/**
 * What the runs of this process have in common: the profile's name, what decides their results, whether models are simulated, and
 * the judges (model and weight) with the hashes of their prompts, by which a run knows its votes among those of other runs, and what
 * the models cost.
 */
public record Configuration(
        String profile,
        Decides decides,
        boolean rehearsal,
        List<Judge> judges,
        List<String> judgePrompts,
        Prices prices) {

    private static final int DIGITS = 12;

    /** A judge's model and the weight of its votes. */
    public record Judge(String model, double weight) {}

    /** The id of the run with this request on this state of the graph: the same run has the same id, wherever it is started. */
    String idOf(RunRequest request, long epoch) {
        return "run-" + Key.of("run", request.json(), decides.json(), epoch).substring(0, DIGITS);
    }
}

package dev.grip.pipeline;

import dev.grip.graph.Graph;
import dev.grip.graph.Key;
import dev.grip.graph.Query;
import java.util.List;
import java.util.Map;

/** Keeps in the graph which models and prompts were at work, so that a property naming one can be followed. */
final class ModelRecords {

    private static final Query MODELS = Query.of("pipeline/record-models");
    private static final Query PROMPTS = Query.of("pipeline/record-prompts");

    private final Graph graph;
    private final OpenModels models;

    ModelRecords(Graph graph, OpenModels models) {
        this.graph = graph;
        this.models = models;
    }

    void write() {
        List<Map<String, Object>> served = models.fleet().served().stream()
                .map(model -> Map.<String, Object>of(
                        "key", Key.of("model", model.role(), model.name()),
                        "name", model.name(),
                        "role", model.role(),
                        "url", model.url().toString(),
                        "weight", model.weight(),
                        "rehearsal", model.rehearsal()))
                .toList();
        graph.write(MODELS, Map.of("rows", served));
        List<Map<String, Object>> prompts = models.prompts().prompts().stream()
                .map(prompt -> Map.<String, Object>of(
                        "key", Key.of("prompt", prompt.name(), prompt.hash()),
                        "name", prompt.name(),
                        "version", prompt.version(),
                        "hash", prompt.hash(),
                        "text", prompt.text()))
                .toList();
        graph.write(PROMPTS, Map.of("rows", prompts));
    }
}

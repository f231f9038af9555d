package dev.grip.analysis;

import dev.grip.analysis.AskedStep.Material;
import dev.grip.graph.Graph;
import dev.grip.graph.Query;
import dev.grip.llm.prompts.Origin;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** Renders again what models were asked on the way of a problem, with the prompts and texts that are in the graph. */
final class AskedPrompts {

    private static final Query QUESTIONS = Query.of("analysis/questions-of-problem");

    private final Graph graph;

    AskedPrompts(Graph graph) {
        this.graph = graph;
    }

    /** Those of the problem with this key, in the order of the steps; none for one that is not there. */
    List<AskedPrompt> of(String problem) {
        Map<AskedPrompt, List<AskedPrompt.Call>> calls = new LinkedHashMap<>();
        for (Record row : graph.read(QUESTIONS, Map.of("key", problem))) {
            AskedPrompt asked = asked(row);
            calls.computeIfAbsent(asked.with(List.of()), same -> new ArrayList<>())
                    .addAll(asked.calls());
        }
        return calls.entrySet().stream()
                .map(same -> same.getKey().with(same.getValue()))
                .sorted(Comparator.comparing(AskedPrompt::step))
                .toList();
    }

    private static AskedPrompt asked(Record row) {
        Origin origin = Origin.of(row.get("answer").asMap());
        AskedStep step = AskedStep.valueOf(row.get("step").asString());
        Material material = new Material(
                row.get("names").asList(Value::asString),
                row.get("problem").asString(),
                row.get("solution").asString());
        RenderedAgain rendered = RenderedAgain.of(origin, row.get("template").asString(null), step.inputs(material));
        return new AskedPrompt(
                step,
                row.get("subject").asString(),
                origin.prompt(),
                origin.promptVersion(),
                origin.promptHash(),
                List.of(new AskedPrompt.Call(origin.model(), origin.request())),
                rendered.messages(),
                rendered.note() == null,
                rendered.note());
    }
}

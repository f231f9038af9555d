package dev.grip.analysis;

import dev.grip.graph.Graph;
import dev.grip.graph.Query;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** The problems in the graph, as people look at them. */
public final class MadeProblems {

    private static final Query LIST = Query.of("analysis/list-problems");
    private static final Query PATH = Query.of("analysis/path-of-problem");
    private static final Query PROMPTS = Query.of("analysis/prompts-of-problem");

    /** More paths between two knowledge points, and more seeds behind an edge, say nothing new in a drawing. */
    private static final int PATHS = 3;

    private static final int SEEDS = 5;

    private final Graph graph;

    public MadeProblems(Graph graph) {
        this.graph = graph;
    }

    /** The latest first, those after {@code after}, at most {@code limit}. */
    public ProblemPage list(ProblemFilter filter, ProblemPosition after, int limit) {
        Map<String, @Nullable Object> parameters = filter.parameters();
        parameters.put("madeAt", after.madeAt());
        parameters.put("key", after.key());
        parameters.put("limit", limit);
        List<MadeProblem> problems = graph.read(LIST, parameters).stream()
                .map(row -> MadeProblem.of(row.get("problem")))
                .toList();
        return ProblemPage.of(problems, limit);
    }

    /** The edges between the knowledge points of the problem with this key; none for one that is not there. */
    public List<ProblemStory.Edge> path(String key) {
        return graph.read(PATH, Map.of("key", key, "paths", PATHS, "seeds", SEEDS)).stream()
                .map(MadeProblems::edge)
                .toList();
    }

    private static ProblemStory.Edge edge(Record row) {
        return new ProblemStory.Edge(
                MadeProblem.Point.of(row.get("start")),
                MadeProblem.Point.of(row.get("end")),
                row.get("weight").asLong(),
                row.get("seeds").asList(Value::asString));
    }

    /** The prompts behind the problem with this key; none for one that is not there. */
    public List<ProblemStory.UsedPrompt> prompts(String key) {
        return graph.read(PROMPTS, Map.of("key", key)).stream()
                .map(row -> row.get("prompt"))
                .map(prompt -> new ProblemStory.UsedPrompt(
                        prompt.get("name").asString(),
                        prompt.get("version").asLong(),
                        prompt.get("hash").asString(),
                        prompt.get("text").asString()))
                .toList();
    }
}

package dev.grip.pipeline.planning;

import dev.grip.graph.Graph;
import dev.grip.graph.Query;
import dev.grip.pipeline.spending.Purpose;
import dev.grip.pipeline.spending.Used;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.neo4j.driver.Record;

/** What the graph knows of earlier runs, and which problems it holds. */
final class EvidenceRepository {

    private static final Query YIELDS = Query.of("pipeline/read-yields");
    private static final Query USES = Query.of("pipeline/read-uses");
    private static final Query PROBLEMS = Query.of("pipeline/find-problems");
    private static final int BATCH = 5000;

    private final Graph graph;

    EvidenceRepository(Graph graph) {
        this.graph = graph;
    }

    /**
     * Of runs with this configuration whose models were simulated, or were not; the basis is earlier runs. Only slices count whose
     * problems the run wrote itself: then no combination counts for two runs, and all its calls are known.
     */
    Evidence read(String decides, boolean rehearsal) {
        Map<String, Object> parameters =
                Map.of("decides", decides, "rehearsal", rehearsal, "write", Step.WRITE.prompt());
        Map<String, Yield> kinds = new HashMap<>();
        graph.read(YIELDS, parameters).forEach(row -> kinds.put(row.get("kind").asString(), shares(row)));
        SortedMap<Purpose, Used> used = new TreeMap<>();
        TreeSet<String> runs = new TreeSet<>();
        Map<String, double[]> flights = new HashMap<>();
        for (Record row : graph.read(USES, parameters)) {
            String run = row.get("run").asString();
            Used some = used(row);
            runs.add(run);
            used.merge(new Purpose(row.get("stage").asString(), row.get("model").asString()), some, Used::plus);
            double[] flight = flights.computeIfAbsent(run, id -> new double[2]);
            flight[0] += some.seconds();
            flight[1] = row.get("activeMillis").asLong() / 1000.0;
        }
        return new Evidence(Basis.EARLIER_RUNS, List.copyOf(runs), kinds, used, inFlight(flights));
    }

    /** Of the run with most requests, because in a small one most of the time is spent waiting for the last ones. */
    private static double inFlight(Map<String, double[]> flights) {
        return flights.values().stream()
                .filter(flight -> flight[1] > 0)
                .max((a, b) -> Double.compare(a[0], b[0]))
                .map(flight -> flight[0] / flight[1])
                .orElse(0.0);
    }

    private static Yield shares(Record row) {
        return new Yield(
                row.get("combinations").asLong(),
                row.get("problems").asLong(),
                row.get("passed").asLong(),
                row.get("solved").asLong(),
                row.get("accepted").asLong());
    }

    private static Used used(Record row) {
        return new Used(
                row.get("calls").asLong(),
                row.get("promptTokens").asLong(),
                row.get("completionTokens").asLong(),
                row.get("micros").asLong());
    }

    /** Which of these problems are there. */
    Set<String> problems(List<String> keys) {
        Set<String> there = new HashSet<>();
        for (int from = 0; from < keys.size(); from += BATCH) {
            List<String> some = new ArrayList<>(keys.subList(from, Math.min(keys.size(), from + BATCH)));
            graph.read(PROBLEMS, Map.of("keys", some))
                    .forEach(row -> there.add(row.get("key").asString()));
        }
        return there;
    }
}

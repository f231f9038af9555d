package dev.grip.knowledge.neighbours;

import dev.grip.graph.Graph;
import dev.grip.graph.GraphException;
import dev.grip.graph.Query;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Neighbours by Neo4j's vector index (HNSW): each mention's own nearest, not all pairs. The vectors are put into nodes
 * {@code (:MentionVector {position, embedding})}, which go again with the index at the end; what an interrupted search left behind
 * goes at the next one's start. The index only proposes: every score is computed anew from the vectors, as an exact search does.
 */
final class IndexSearch {

    private static final Logger LOG = LoggerFactory.getLogger(IndexSearch.class);

    private static final Query DROP_INDEX = Query.of("knowledge/drop-vector-index");
    private static final Query DELETE = Query.of("knowledge/delete-vectors");
    private static final Query UNIQUE = Query.of("knowledge/unique-vector-position");
    private static final Query DROP_UNIQUE = Query.of("knowledge/drop-unique-vector-position");
    private static final Query RECORD = Query.of("knowledge/record-vectors");
    private static final Query CREATE_INDEX = Query.of("knowledge/create-vector-index");
    private static final Query AWAIT = Query.of("knowledge/await-vector-index");
    private static final Query NEAREST = Query.of("knowledge/nearest-vectors");

    private static final int LOADED_AT_ONCE = 1000;
    private static final int ASKED_AT_ONCE = 200;

    private final Graph graph;

    IndexSearch(Graph graph) {
        this.graph = graph;
    }

    Neighbours find(Vectors vectors, Reach reach, PairFilter filter, Progress progress) {
        Interruption.check();
        try {
            clear();
            load(vectors);
            var proposals = new Proposals(vectors, reach, filter);
            ask(proposals, progress);
            FoundLists lists = proposals.lists();
            Recall recall = RecallSample.of(vectors, reach, filter).measure(lists);
            report(recall, vectors.size());
            return Neighbours.indexed(lists, recall);
        } catch (GraphException e) {
            Interruption.check();
            throw e;
        } finally {
            Interruption.shield(this::clear);
        }
    }

    private static void report(Recall recall, int mentions) {
        if (recall.low()) {
            LOG.warn(
                    "Neo4j's vector index misses near pairs: {}. To compare all {} mentions exactly, raise"
                            + " knowledge.exact-neighbours-up-to.",
                    recall,
                    mentions);
        } else {
            LOG.info("Near pairs by Neo4j's vector index: {}", recall);
        }
    }

    private void load(Vectors vectors) {
        graph.write(UNIQUE, Map.of());
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < vectors.size(); i++) {
            // A vector of zeros has no direction: the index refuses it, and it is near nothing.
            if (!vectors.zero(i)) {
                rows.add(Map.of("position", i, "embedding", vectors.vector(i)));
            }
            if (rows.size() == LOADED_AT_ONCE || i == vectors.size() - 1) {
                Interruption.check();
                graph.write(RECORD, Map.of("rows", rows));
                rows = new ArrayList<>();
            }
        }
        graph.write(CREATE_INDEX, Map.of());
        graph.read(AWAIT, Map.of());
    }

    /** Asks again, for more neighbours, about those mentions whose answer was too short for the reach. */
    private void ask(Proposals proposals, Progress progress) {
        Vectors vectors = proposals.vectors();
        int[] open =
                IntStream.range(0, vectors.size()).filter(i -> !vectors.zero(i)).toArray();
        for (int most = proposals.first(); open.length > 0; most = proposals.more(most)) {
            for (int from = 0; from < open.length; from += ASKED_AT_ONCE) {
                Interruption.check();
                int[] part = Arrays.copyOfRange(open, from, Math.min(open.length, from + ASKED_AT_ONCE));
                nearest(part, most)
                        .forEach(row -> proposals.add(
                                row.get("position").asInt(),
                                row.get("neighbours").asList(Value::asInt)));
                progress.at(vectors.size() - open.length + from + part.length, vectors.size());
            }
            int asked = most;
            open = Arrays.stream(open).filter(i -> proposals.open(i, asked)).toArray();
        }
    }

    private List<Record> nearest(int[] positions, int most) {
        return graph.read(NEAREST, Map.of("positions", positions, "most", most));
    }

    private void clear() {
        graph.write(DROP_INDEX, Map.of());
        while (graph.write(DELETE, Map.of()).get(0).get("deleted").asLong() > 0) {
            LOG.debug("Deleted a part of the mentions' vectors");
        }
        graph.write(DROP_UNIQUE, Map.of());
    }
}

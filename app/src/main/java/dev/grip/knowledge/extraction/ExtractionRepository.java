package dev.grip.knowledge.extraction;

import dev.grip.graph.Graph;
import dev.grip.graph.Query;
import dev.grip.knowledge.mentions.Mention;
import dev.grip.seeds.Seed;
import dev.grip.seeds.SeedRepository;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/** Seeds that wait for extraction, and the mentions found in them. */
public final class ExtractionRepository {

    private static final Query COUNT_UNEXTRACTED = Query.of("knowledge/count-unextracted");
    private static final Query LIST_UNEXTRACTED = Query.of("knowledge/list-unextracted");
    private static final Query RECORD_EXTRACTION = Query.of("knowledge/record-extraction");
    private static final Query COUNT_LEFT = Query.of("knowledge/count-left-seeds");
    private static final Query COUNT_OLDER = Query.of("knowledge/count-older-seeds");
    private static final Query RETRY_EXTRACTION = Query.of("knowledge/retry-extraction");

    private static final int PAGE = 500;

    private final Graph graph;

    public ExtractionRepository(Graph graph) {
        this.graph = graph;
    }

    void retryFailures() {
        graph.write(RETRY_EXTRACTION, Map.of());
    }

    long countUnextracted() {
        return graph.read(COUNT_UNEXTRACTED, Map.of()).get(0).get("seeds").asLong();
    }

    long countLeft() {
        return graph.read(COUNT_LEFT, Map.of()).get(0).get("seeds").asLong();
    }

    long countOlder(int version) {
        return graph.read(COUNT_OLDER, Map.of("version", version))
                .get(0)
                .get("seeds")
                .asLong();
    }

    /** Seeds that wait, in id order, read page by page as they are asked for; what is recorded meanwhile does not disturb it. */
    Iterable<Seed> unextracted() {
        return () -> new Pages();
    }

    private final class Pages implements Iterator<Seed> {
        private Iterator<Seed> page = List.<Seed>of().iterator();
        private String after = "";
        private boolean more = true;

        @Override
        public boolean hasNext() {
            if (!page.hasNext() && more) {
                List<Seed> next = graph.read(LIST_UNEXTRACTED, Map.of("after", after, "limit", PAGE)).stream()
                        .map(SeedRepository::seed)
                        .toList();
                more = next.size() == PAGE;
                page = next.iterator();
            }
            return page.hasNext();
        }

        @Override
        public Seed next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            Seed seed = page.next();
            after = seed.id();
            return seed;
        }
    }

    void recordExtraction(List<Extraction.Outcome> outcomes, boolean filterGiven) {
        graph.writeInBatches(
                RECORD_EXTRACTION,
                outcomes.stream().map(outcome -> row(outcome, filterGiven)).toList());
    }

    private static Map<String, Object> row(Extraction.Outcome outcome, boolean filterGiven) {
        List<Map<String, Object>> mentions = new ArrayList<>();
        for (String name : outcome.names()) {
            String text = Mention.text(name);
            if (!text.isEmpty()) {
                mentions.add(Map.of("key", Mention.key(name), "text", text, "position", mentions.size() + 1));
            }
        }
        boolean given = outcome.state().equals("given");
        return Map.of(
                "seed",
                outcome.seed().id(),
                "state",
                outcome.state(),
                "given",
                given,
                "kept",
                given && !filterGiven,
                "mentions",
                mentions,
                "origin",
                outcome.origin());
    }
}

package dev.grip.knowledge;

import java.util.function.LongConsumer;

/** From seeds to the KPRG: extraction, the two filters and the graph's edges, each doing only what is not done yet. */
public final class KnowledgeBase {

    private final Extraction extraction;
    private final QualityFilter filter;
    private final Merging merging;
    private final KnowledgeRepository repository;

    public KnowledgeBase(Extraction extraction, QualityFilter filter, Merging merging, KnowledgeRepository repository) {
        this.extraction = extraction;
        this.filter = filter;
        this.merging = merging;
        this.repository = repository;
    }

    /** Hears of a part that begins, with its number of steps or -1, and answers with where its steps are counted. */
    public interface Stages {
        LongConsumer begin(String stage, long total);
    }

    /** Extracts, filters and merges what waits for it. */
    public ExtractionReport extract(Stages stages) {
        Extraction.Counts read = extraction.run(stages.begin("extract", extraction.waiting()));
        long judged = filter.run(stages.begin("filter", repository.unjudged().size()));
        Merging.Counts merged = merging.run(stages.begin("merge", -1));
        return new ExtractionReport(
                read.seeds(), read.mentions(), judged, merged.questions(), merged.created(), read.failed());
    }

    /** Rebuilds CO_OCCURS from REQUIRES. */
    public KprgReport buildKprg() {
        return repository.buildKprg();
    }
}

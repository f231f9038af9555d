package dev.grip.knowledge;

import dev.grip.knowledge.extraction.Extraction;
import dev.grip.knowledge.merging.Merging;
import dev.grip.knowledge.quality.QualityFilter;
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

    /** Hears of the parts of an extraction as they begin, with their number of steps or -1, advance and end. */
    public interface Stages {
        LongConsumer begin(String stage, long total);

        default void end(String summary) {}
    }

    /** Extracts, filters and merges what waits for it; with {@code retryFailed} also what earlier calls had to leave. */
    public ExtractionReport extract(Stages stages, boolean retryFailed) {
        if (retryFailed) {
            extraction.retryFailures();
            filter.retryFailures();
        }
        Extraction.Counts read = extraction.run(stages.begin("extract", extraction.waiting()));
        stages.end(read.mentions() + " mentions in " + read.seeds() + " seeds"
                + (read.failed() == 0 ? "" : ", " + read.failed() + " seeds without any"));
        long judged = filter.run(stages.begin("filter", filter.waiting()));
        stages.end(judged + " mentions judged");
        Merging.Counts merged = merging.run(stages.begin("merge", -1));
        stages.end(merged.created() + " new knowledge points, " + merged.questions() + " pairs put to the model");
        return new ExtractionReport(
                read.seeds(),
                read.mentions(),
                judged,
                merged.questions(),
                merged.created(),
                read.failed(),
                new ExtractionReport.Left(extraction.left(), filter.left(), extraction.older()));
    }

    /** Rebuilds CO_OCCURS from REQUIRES. */
    public KprgReport buildKprg() {
        return repository.buildKprg();
    }
}

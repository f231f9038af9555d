package dev.grip.knowledge;

import dev.grip.knowledge.extraction.Extraction;
import dev.grip.knowledge.merging.Differences;
import dev.grip.knowledge.merging.Merging;
import dev.grip.knowledge.merging.MergingReport;
import dev.grip.knowledge.merging.Steps;
import dev.grip.knowledge.naming.ClassNaming;
import dev.grip.knowledge.quality.QualityFilter;
import org.jspecify.annotations.Nullable;

/** From seeds to the KPRG: extraction, the two filters and the graph's edges, each doing only what is not done yet. */
public final class KnowledgeBase {

    private final Extraction extraction;
    private final QualityFilter filter;
    private final Merging merging;
    private final @Nullable ClassNaming naming;
    private final KnowledgeRepository repository;

    /** Without {@code naming}, classes of several names keep the most usual one. */
    public KnowledgeBase(
            Extraction extraction,
            QualityFilter filter,
            Merging merging,
            @Nullable ClassNaming naming,
            KnowledgeRepository repository) {
        this.extraction = extraction;
        this.filter = filter;
        this.merging = merging;
        this.naming = naming;
        this.repository = repository;
    }

    /** Hears of the parts of an extraction as they begin, with their number of steps or -1, advance and end. */
    public interface Stages extends Steps {}

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
        MergingReport merged = merging.run(stages);
        return new ExtractionReport(
                read.seeds(),
                read.mentions(),
                judged,
                merged.questions().asked(),
                merged.created(),
                name(stages),
                read.failed(),
                merged,
                new ExtractionReport.Left(extraction.left(), filter.left(), extraction.older()));
    }

    private long name(Stages stages) {
        long waiting = naming == null ? 0 : naming.waiting();
        if (naming == null || waiting == 0) {
            return 0;
        }
        long named = naming.run(stages.begin("name", waiting));
        stages.end(named + " of " + waiting + " knowledge points of several names named by the model");
        return named;
    }

    /** Where the classes of names differ from those of a rebuild from scratch with the same evidence; asks nothing. */
    public Differences differencesFromRebuild() {
        return merging.differences();
    }

    /** Rebuilds CO_OCCURS from REQUIRES. */
    public KprgReport buildKprg() {
        return repository.buildKprg();
    }
}

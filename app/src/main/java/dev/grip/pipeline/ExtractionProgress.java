package dev.grip.pipeline;

import dev.grip.knowledge.KnowledgeBase;
import java.util.function.LongConsumer;

/** Shows the parts of an extraction as stages of a progress display. */
record ExtractionProgress(Progress progress) implements KnowledgeBase.Stages {

    @Override
    public LongConsumer begin(String stage, long total) {
        progress.start(stage, total);
        return progress::advance;
    }

    @Override
    public void end(String summary) {
        progress.finish(summary);
    }
}

package dev.grip.knowledge;

import dev.grip.knowledge.merging.MergingReport;

/**
 * /**
 * What extraction, filter and merge did in one go: seeds read, mentions found, mentions judged by the filter, questions asked about
 * pairs, knowledge points made, knowledge points that a model named, seeds whose answers could not be used, the merge in detail and
 * what is left.
 */
public record ExtractionReport(
        long seeds,
        long mentions,
        long judged,
        long questions,
        long knowledgePoints,
        long named,
        long failed,
        MergingReport merging,
        Left left) {

    /**
     * What all extractions so far left: seeds without names and mentions without a verdict, which are only tried again on request, and
     * seeds that were read with an older version of the prompt.
     */
    public record Left(long seeds, long mentions, long olderPrompt) {
        public static final Left NOTHING = new Left(0, 0, 0);
    }
}

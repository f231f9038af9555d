package dev.grip.knowledge;

import dev.grip.knowledge.merging.MergingReport;

/**
 * What extraction, filter and merge did in one go: seeds read, mentions found, distinct mentions judged by the filter, questions asked
 * about pairs, knowledge points made, knowledge points that a model named, seeds whose answers could not be used, and the merge in
 * detail.
 */
public record ExtractionReport(
        long seeds,
        long mentions,
        long judged,
        long questions,
        long knowledgePoints,
        long named,
        long failed,
        MergingReport merging) {}

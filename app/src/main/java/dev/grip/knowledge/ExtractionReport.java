package dev.grip.knowledge;

/**
 * What extraction, filter and merge did in one go: seeds read, mentions found, distinct mentions judged by the filter, questions asked
 * about pairs, knowledge points made, and seeds whose answers could not be used.
 */
public record ExtractionReport(
        long seeds, long mentions, long judged, long questions, long knowledgePoints, long failed) {}

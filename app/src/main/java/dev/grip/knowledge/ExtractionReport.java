package dev.grip.knowledge;

/**
 * What extraction, filter and merge did in one go: seeds read, mentions found, mentions judged by the filter, questions asked about
 * pairs, knowledge points made, and seeds whose answers could not be used.
 */
public record ExtractionReport(
        long seeds, long mentions, long judged, long questions, long knowledgePoints, long failed, Left left) {

    /**
     * What all extractions so far left: seeds without names and mentions without a verdict, which are only tried again on request, and
     * seeds that were read with an older version of the prompt.
     */
    public record Left(long seeds, long mentions, long olderPrompt) {
        public static final Left NOTHING = new Left(0, 0, 0);
    }
}

package dev.grip.knowledge.merging;

/**
 * What a merge did: its questions, KPs newly made, mentions embedded again because the embedding model is
 * another one, and where the classes differ from those of a rebuild.
 */
public record MergingReport(Questions questions, long created, long embeddedAgain, Differences rebuild) {

    static final MergingReport NOTHING = new MergingReport(Questions.NONE, 0, 0, Differences.NONE);
}

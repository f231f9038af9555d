package dev.grip.knowledge.merging;

import java.util.List;

/**
 * Where the classes that grew differ from those that a rebuild from scratch would make of the same evidence: how often, and the first
 * ones, each in a sentence.
 */
public record Differences(long count, List<String> first) {

    static final Differences NONE = new Differences(0, List.of());

    private static final int SHOWN = 20;

    public Differences {
        first = List.copyOf(first);
    }

    static Differences of(List<String> sentences) {
        return new Differences(sentences.size(), sentences.subList(0, Math.min(SHOWN, sentences.size())));
    }
}
